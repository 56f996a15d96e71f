import type { DigitizedDocument, DigitizeEvent, OpenForms } from '../../src/run/open-forms.js';
import { Failure } from '../../src/schema/failure.js';
import type { SetAside } from '../../src/schema/manifest.js';
import { madeForm, sha256Of } from './form.js';

const SET_ASIDE: SetAside = { kind: 'summaryTable', title: '自评结果汇总表', pages: null };

/** The pipeline's stand-in: what a file's name says is what the file holds, such as `3-forms.md` or `2-forms-then-fails.md`. */
export const openMade: OpenForms = async (source) => {
  const path = 'path' in source ? source.path : source.name;
  await Promise.resolve();
  if (/refused/.test(path)) throw new Failure('unsupported-kind', `${path}: a PDF.`, `${path}：PDF 文件。`);
  if (/binary/.test(path)) throw new Failure('not-text', `${path}: not text.`, `${path}：不是文本。`);
  if (/defect/.test(path)) throw new TypeError('x is undefined');
  const findings = /cut/.test(path)
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
  const content = /copy/.test(path) ? '1-form.md' : path;
  const document: DigitizedDocument = {
    kind: 'text',
    sha256: sha256Of(content),
    pages: null,
    findings,
    events: () => eventsOf(path, content),
  };
  return document;
};

async function* eventsOf(path: string, content: string): AsyncGenerator<DigitizeEvent> {
  await Promise.resolve();
  if (/aside/.test(path)) yield { type: 'setAside', setAside: SET_ASIDE };
  const forms = Number(/(\d+)-form/.exec(path)?.[1] ?? (path === 'stdin' ? 1 : 0));
  for (let ordinal = 1; ordinal <= forms; ordinal++) {
    yield { type: 'form', record: madeForm(ordinal, {}, content) };
  }
  if (/then-fails/.test(path)) throw new Failure('unreadable', `${path}: gone.`, `${path}：已不可读。`);
}
