import { recheck } from '../../src/check/record/check.js';
import { type DocumentSource, nameOf } from '../../src/extract/source/byte-source.js';
import { readerFailed } from '../../src/extract/scan/scan-findings.js';
import type { DigitizedDocument, DigitizeEvent, Reader } from '../../src/run/reader.js';
import { Failure } from '../../src/schema/failure.js';
import type { SetAside } from '../../src/schema/manifest.js';
import { madeForm, sha256Of } from './form.js';

const SET_ASIDE: SetAside = { kind: 'summaryTable', title: '自评结果汇总表', pages: null };

/** The pipeline's stand-in: what a file's name says is what the file holds, such as `3-forms.md` or `2-forms-then-fails.md`. */
export const MADE_READER: Reader = {
  hash: (source) => Promise.resolve(sha256Of(contentOf(placeOf(source)))),
  open: openMade,
};

async function openMade(source: DocumentSource): Promise<DigitizedDocument> {
  const path = placeOf(source);
  const name = nameOf(source);
  await Promise.resolve();
  if (/refused/.test(path)) throw new Failure('unsupported-kind', `${name}: a PDF.`, `${name}：PDF 文件。`);
  if (/binary/.test(path)) throw new Failure('not-text', `${name}: not text.`, `${name}：不是文本。`);
  if (/defect/.test(path)) throw new TypeError('x is undefined');
  const findings = /reader-failed/.test(path)
    ? [readerFailed(1, ['it ended'], true)]
    : /cut/.test(path)
      ? [
          {
            code: 'cell-cut',
            severity: 'note' as const,
            path: '',
            message: 'A cell was cut.',
            messageZh: '单元格被截断。',
          },
        ]
      : [];
  return {
    kind: 'text',
    sha256: sha256Of(contentOf(path)),
    pages: null,
    findings,
    readPages: null,
    events: () => eventsOf(path, name),
  };
}

const placeOf = (source: DocumentSource) => ('path' in source ? source.path : source.name);
const contentOf = (path: string) => (/copy/.test(path) ? '1-form.md' : path);

async function* eventsOf(path: string, name: string): AsyncGenerator<DigitizeEvent> {
  await Promise.resolve();
  if (/aside/.test(path)) yield { type: 'setAside', setAside: SET_ASIDE };
  const forms = Number(/(\d+)-form/.exec(path)?.[1] ?? (/\bspool\b/.test(path) ? 1 : 0));
  for (let ordinal = 1; ordinal <= forms; ordinal++) {
    const record = madeForm(ordinal, {}, contentOf(path));
    // Its proofs are those that its sums give: results whose proofs don't hold are not used again.
    yield { type: 'form', record: { ...record, evidence: recheck(record, record, new Set()).evidence } };
  }
  if (/then-fails/.test(path)) throw new Failure('unreadable', `${name}: gone.`, `${name}：已不可读。`);
}
