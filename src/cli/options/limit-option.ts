import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_LIMITS, Limits } from '../../schema/limits.js';

/** `--limit name=number`, which may be repeated; `help` is followed by the limits with what they are by default. */
export const limitOption = (help: string): Option =>
  new Option('--limit <name=number>', `${help}${defaults().join(', ')}`).default({}, '').argParser(limit);

const defaults = () => Object.entries(DEFAULT_LIMITS).map(([name, value]) => `${name}=${value}`);

/** `bytesPerFile=2000000000`, added to the limits that were given before. */
function limit(text: string, before: Partial<Limits>): Partial<Limits> {
  const [name = '', value = '', ...rest] = text.split('=');
  const limits = { ...before, [name]: Number(value) };
  if (!limitNames().includes(name) || value === '' || rest.length > 0 || !Limits.safeParse(limits).success) {
    throw new InvalidArgumentError(
      `Allowed choices are ${limitNames()
        .map((known) => `${known}=<whole number above 0>`)
        .join(', ')}.`,
    );
  }
  return limits;
}

function limitNames(): string[] {
  return Object.keys(Limits.shape);
}
