import type { Code } from '../../schema/catalogue.js';
import type { OwnFinding, Severity } from '../../schema/finding.js';
import { rangesOf } from './page-findings.js';
import type { PageReading, PageRemark } from './page-reading.js';

type Kind = PageRemark['kind'];

/** Texts that one finding quotes. */
const QUOTED = 6;
/** Characters of a text that are quoted. */
const SHOWN = 40;

/** Collects what is told of the pages' texts, and says it once for the document. */
export class Remarks {
  /** The pages that a text stands on, by the text, by what is told of it. */
  readonly #texts = new Map<Kind, Map<string, number[]>>();

  add({ page, remarks = [] }: Pick<PageReading, 'page' | 'remarks'>): void {
    for (const { kind, text } of remarks) {
      const texts = this.#texts.get(kind) ?? new Map<string, number[]>();
      this.#texts.set(kind, texts);
      const pages = texts.get(text) ?? [];
      texts.set(text, pages);
      if (pages.at(-1) !== page) pages.push(page);
    }
  }

  get findings(): OwnFinding[] {
    const said = (kind: Kind) => [...(this.#texts.get(kind) ?? [])];
    return [...overlaid(said('overlaid')), ...doubtful(said('doubtful')), ...struck(said('struck'))];
  }
}

type Said = readonly (readonly [text: string, pages: readonly number[]])[];

const overlaid = (said: Said): OwnFinding[] =>
  findingOf(
    'text-overlaid',
    'note',
    said,
    (texts) => `Text that was put over the page, as a watermark or a seal is, was left out of the tables: ${texts}.`,
    (texts) => `叠加在页面上的文字（水印、印章等）未计入表格：${texts}。`,
  );

/** A digit that may belong to a value may make a wrong number. */
const doubtful = (said: Said): OwnFinding[] =>
  findingOf(
    'text-overlaid',
    said.some(([text]) => /\p{Nd}/u.test(text)) ? 'error' : 'warning',
    said,
    (texts) =>
      `Text is printed over other text, and nothing tells which of the two is the page’s own: ${texts}. Compare the cells that it lies on with the page.`,
    (texts) => `有文字与其他文字重叠，无法判断哪些属于原页面：${texts}。请核对所在的单元格。`,
  );

const struck = (said: Said): OwnFinding[] =>
  findingOf(
    'text-struck',
    'warning',
    said,
    (texts) => `Text is struck through and was read as it stands: ${texts}. Look up whether it is still valid.`,
    (texts) => `带删除线的文字已按原样读取：${texts}。请核对是否仍然有效。`,
  );

function findingOf(
  code: Code,
  severity: Severity,
  said: Said,
  message: (texts: string) => string,
  messageZh: (texts: string) => string,
): OwnFinding[] {
  if (said.length === 0) return [];
  const quoted = said.slice(0, QUOTED).map(([text, pages]) => ({ text: shortened(text), pages: rangesOf(pages) }));
  const more = said.length > QUOTED ? said.length - QUOTED : 0;
  return [
    {
      code,
      severity,
      path: '',
      message: message(
        quoted.map(({ text, pages }) => `“${text}” (page ${pages})`).join(', ') + (more > 0 ? ` and ${more} more` : ''),
      ),
      messageZh: messageZh(
        quoted.map(({ text, pages }) => `“${text}”（第${pages}页）`).join('、') +
          (more > 0 ? `等${said.length}处` : ''),
      ),
    },
  ];
}

const shortened = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
