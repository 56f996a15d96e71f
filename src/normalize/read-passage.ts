import type { Limits } from '../schema/limits.js';
import type { SelfEvaluation, Source } from '../schema/record.js';
import { FormFinder, type FormRows } from './forms/find-forms.js';
import { recordOf } from './record.js';
import { withBareRows } from './gridless/bare-rows.js';
import type { Borders } from './gridless/borders.js';
import { withCutEnd } from './gridless/cut-end.js';
import { formSlices } from './gridless/form-slices.js';
import { gridlessForms, type GridlessForm } from './gridless/gridless-form.js';
import { withInferred } from './gridless/inferred.js';
import type { Passage } from './gridless/passages.js';
import { runningTextOf } from './gridless/running-text.js';
import { separationOf } from './gridless/separation.js';

type About = Omit<Source, 'pages'>;

/** A form of a passage: as tables are read, where that finds one, and as a text without a grid. */
export interface PassageForm {
  /** The rows that tell what kind of form it is. */
  readonly rows: FormRows;
  /** The records that it may be, as tables are read first. */
  readonly records: (about: About) => SelfEvaluation[];
}

/** The best reading's record, with what the other readings that close say differently. */
function gridlessRecord(readings: readonly GridlessForm[], about: About): SelfEvaluation[] {
  const [best, ...others] = readings;
  if (!best?.hasTable) return [];
  const recordIn = ({ form }: GridlessForm) => recordOf(form, { ...about, shape: 'gridless' });
  const rivals = others.filter(({ closes }) => closes === best.closes).map(recordIn);
  return [withInferred(recordIn(best), best, rivals)];
}

const withDoubts = (record: SelfEvaluation) => withBareRows(withCutEnd(record));

function asTables({ sheets }: Passage, limits: Limits): FormRows[] {
  const finder = new FormFinder(limits);
  return [...sheets.flatMap((sheet) => finder.add(sheet)), ...finder.end()];
}

/** The forms of a passage without a grid, in their order. */
export function readPassage(passage: Passage, limits: Limits): PassageForm[] {
  const usual = asTables(passage, limits);
  const running = runningTextOf(passage.sheets);
  const borders: Borders = { running, separation: separationOf(running) };
  const slices = formSlices(borders);
  if (slices.length < usual.length || slices.length === 0)
    return usual.map((rows) => ({ rows, records: (about) => [withDoubts(recordOf(rows, about))] }));
  return slices.flatMap((slice, index) => {
    const readings = gridlessForms(borders, slice);
    const table = usual.length === slices.length ? usual[index] : undefined;
    const rows = table ?? readings[0]?.form;
    if (!rows || (!table && readings[0]?.hasTable !== true)) return [];
    const records = (about: About) =>
      [...(table ? [recordOf(table, about)] : []), ...gridlessRecord(readings, about)].map(withDoubts);
    return [{ rows, records }];
  });
}
