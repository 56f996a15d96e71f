import { readFileSync } from 'node:fs';

/** The version of the installed package. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof content === 'object' && content !== null && 'version' in content && typeof content.version === 'string')
    return content.version;
  throw new Error('package.json of zipingbiao names no version: install zipingbiao again.');
}
