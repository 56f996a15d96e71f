import type { Finding } from '../../schema/finding.js';

/** What reading an office file can have to say of it; see the catalogue. */
export type NoteCode =
  | 'changes-tracked'
  | 'hidden-left-out'
  | 'formula-broken'
  | 'formula-without-value'
  | 'part-unread'
  | 'picture-unread'
  | 'grid-missing';

interface Words {
  readonly severity: Finding['severity'];
  readonly en: (count: number, which: string) => string;
  readonly zh: (count: number, which: string) => string;
}

const WORDS: Record<NoteCode, Words> = {
  'changes-tracked': {
    severity: 'note',
    en: (count) =>
      `The file holds ${count} tracked changes: it was read as if all were accepted, inserted text in, deleted text out.`,
    zh: (count) => `文件含有 ${count} 处修订：按接受全部修订读取，插入的文字保留，删除的文字略去。`,
  },
  'hidden-left-out': {
    severity: 'note',
    en: (count, which) => `${count} hidden parts were left out (${which}), as the program that shows the file does.`,
    zh: (count, which) => `略去了 ${count} 处隐藏内容（${which}），与软件显示的一致。`,
  },
  'formula-broken': {
    severity: 'warning',
    en: (count, which) =>
      `${count} cells show an error of their formula (${which}). Mend the workbook, or compare with the original.`,
    zh: (count, which) => `有 ${count} 个单元格显示公式错误（${which}）。请修正工作簿，或与原件核对。`,
  },
  'formula-without-value': {
    severity: 'warning',
    en: (count, which) =>
      `${count} formulas have no stored result (${which}) and were read as blank. Open the workbook in its program, and save it.`,
    zh: (count, which) => `有 ${count} 个公式没有保存结果（${which}），按空白读取。请用原软件打开后重新保存。`,
  },
  'part-unread': {
    severity: 'warning',
    en: (count, which) => `${count} parts of the file can't be read (${which}). Save the file as PDF, and read that.`,
    zh: (count, which) => `文件中有 ${count} 个部分无法读取（${which}）。请另存为 PDF 后读取。`,
  },
  'picture-unread': {
    severity: 'warning',
    en: (count, which) => `No text was read in ${count} pictures (${which}). Check that no form stands in them.`,
    zh: (count, which) => `有 ${count} 张图片未读到文字（${which}）。请检查其中是否有表格。`,
  },
  'grid-missing': {
    severity: 'warning',
    en: () =>
      'The file was read as text without its table borders, as LibreOffice was not found. Install LibreOffice, or save the file as .docx, and read it again.',
    zh: () => '未找到 LibreOffice，文件按没有表格线的文字读取。请安装 LibreOffice，或另存为 .docx 后重新读取。',
  },
};

/** So many places are named; the others are counted. */
const PLACES_NAMED = 5;

/** Counts what is to be said of a file, so that each kind becomes one finding. */
export class Notes {
  readonly #counts = new Map<NoteCode, { count: number; readonly which: Set<string> }>();

  /** `which`: what it was, or where. */
  add(code: NoteCode, which = '', count = 1): void {
    if (count <= 0) return;
    const noted = this.#counts.get(code) ?? { count: 0, which: new Set<string>() };
    noted.count += count;
    if (which !== '' && noted.which.size <= PLACES_NAMED) noted.which.add(which);
    this.#counts.set(code, noted);
  }

  clear(): void {
    this.#counts.clear();
  }

  findings(): Finding[] {
    return [...this.#counts].map(([code, { count, which }]) => {
      const { severity, en, zh } = WORDS[code];
      return {
        code,
        severity,
        path: '',
        message: en(count, placesOf(which, ', ')),
        messageZh: zh(count, placesOf(which, '、')),
      };
    });
  }
}

function placesOf(which: ReadonlySet<string>, between: string): string {
  const places = [...which];
  return places.slice(0, PLACES_NAMED).join(between) + (places.length > PLACES_NAMED ? ' …' : '');
}
