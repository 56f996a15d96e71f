import { setHigh } from './tags.js';

/**
 * LaTeX that layout-OCR programs write for signs and units: `$\geq 95\%$`, `$100 \mathrm{~m}^{2}$`.
 * Only between `$…$`, `$$…$$` or `\(…\)`; a formula with a command that is not known here stays as it is.
 */
const FORMULA = /(?<!\\)(\$\$?)(?!\$)([^$\n]{1,500})\1|\\\(([^\n]{1,500}?)\\\)/g;

/** Between two dollar signs without a command: a number with its signs, tight at both ends, and not a sum of money. */
const BARE_NUMBER = /^[<>=≤≥~+-]?\d[\d.,]*(?:[%~+×<>=≤≥-][\d.]*)*$/;

const SIGNS: Readonly<Record<string, string>> = {
  ge: '≥', geq: '≥', geqslant: '≥', geqq: '≥', le: '≤', leq: '≤', leqslant: '≤', leqq: '≤', lt: '<', gt: '>',
  ne: '≠', neq: '≠', approx: '≈', times: '×', div: '÷', cdot: '·', pm: '±', sim: '~', circ: '°', prime: '′',
  rightarrow: '→', to: '→', leftarrow: '←', uparrow: '↑', downarrow: '↓', ldots: '…', cdots: '…', dots: '…',
  sqrt: '√', infty: '∞', bullet: '•', star: '★', triangle: '△', square: '□', checkmark: '✓', surd: '√',
  alpha: 'α', beta: 'β', mu: 'μ', pi: 'π', Omega: 'Ω', Delta: 'Δ', permil: '‰', degree: '°', yen: '¥', backslash: '\\',
  '%': '%', '#': '#', '&': '&', $: '$', _: '_', '{': '{', '}': '}',
}; // prettier-ignore

/** Commands that only say how something looks. */
const LAYOUT = new Set(
  (
    'text textrm textbf textit textsf mbox hbox mathrm mathbf mathit mathsf mathbb mathcal boldsymbol bm rm bf it ' +
    'operatorname left right big Big displaystyle textstyle underline overline quad qquad'
  ).split(' '),
);
const SPACING = /^[\s,;:!>]$/;

const TEXT_GROUP = /\\(?:text|textrm|mbox)\s*\{([^{}]*)\}/g;
const FRACTION = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;
/** An exponent of a number; one of a unit stays a plain digit, m2. */
const EXPONENT = /(?<=\d[}\s]{0,8})\^\s*(?:\{\s*(\d{1,9})\s*\}|(\d))/g;
const TOKEN = /\\([a-zA-Z]+|[^a-zA-Z])|[{}^_]|[\s~]+/g;
/** Stands for a space that `\text{…}` keeps while the formula's own spaces go. */
const KEPT_SPACE = '\uE000';

/** `text` with its formulas written as plain characters. A `$` that opens no formula stays. */
export function withoutLatex(text: string): string {
  if (!text.includes('$') && !text.includes('\\(')) return text;
  return text.replace(FORMULA, (whole, _dollars: string | undefined, inner?: string, bracketed?: string) => {
    const source = bracketed ?? inner ?? '';
    if (bracketed === undefined && !/[\\^_]/.test(source)) return BARE_NUMBER.test(source) ? source : whole;
    return plainFormula(source) ?? whole;
  });
}

function plainFormula(source: string): string | null {
  const unknown: string[] = [];
  const plain = source
    .replace(TEXT_GROUP, (_, words: string) => words.trim().replaceAll(' ', KEPT_SPACE))
    .replace(FRACTION, '$1/$2')
    .replace(EXPONENT, (_, group?: string, digit?: string) => setHigh(group ?? digit ?? ''))
    .replace(TOKEN, (_, command?: string) => {
      if (command === undefined || LAYOUT.has(command) || SPACING.test(command)) return '';
      const sign = SIGNS[command];
      if (sign === undefined) unknown.push(command);
      return sign ?? '';
    });
  return unknown.length === 0 ? plain.replaceAll(KEPT_SPACE, ' ') : null;
}
