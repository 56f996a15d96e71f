/**
 * HTML tags inside text. Only names that HTML knows count as tags, so that `<95%` and `<某项>` stay text.
 * Every pattern here runs in linear time: what follows `<` is scanned at most up to the next `<`.
 */

/** Elements that begin and end on a line of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p ' +
    'pre section summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** Elements that run along in a line, or show nothing. */
const INLINES = new Set(
  (
    'a abbr acronym area audio b base basefont bdi bdo big button canvas cite code col colgroup data datalist del ' +
    'dfn em embed font i iframe img input ins kbd label link map mark meta meter nobr noscript object output param ' +
    'picture progress q rb rp rt rtc ruby s samp script select slot small source span strike strong style sub sup ' +
    'svg template textarea time track tt u var video wbr'
  ).split(' '),
);

/** Elements that make a table. */
const TABLE_PARTS = new Set('table caption thead tbody tfoot tr td th'.split(' '));

/** `name` is lower case; `wordprocessing` tags are those that Word writes with a name space, as `o:p`. */
const TAG = /<(\/?)([a-z][a-z0-9]*)(:[a-z0-9]+)?(?:[\s/][^<>]*)?>|<(?:!(?:doctype|\[)|\?xml)[^<>]*>/gi;

/** Text that is struck out, or not shown: it never runs on into what stands beside it. */
const SET_APART = new Set('del s strike ins template'.split(' '));

/** What stands in a tag's place that runs along in a line. */
const inlineEdge = (name: string) => (SET_APART.has(name) ? ' ' : '');

const RAISED_OR_LOWERED = /(\d[)\]]?)<su([pb])(?:\s[^<>]*)?>\s*(\d{1,9})\s*<\/su\2\s*>/gi;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** Digits as an exponent, or set low, in characters of their own. */
export const setHigh = (digits: string) => digits.replace(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)));
export const setLow = (digits: string) => digits.replace(/\d/g, (digit) => SUBSCRIPTS.charAt(Number(digit)));

/** Digits that stand raised or low behind a digit are no part of its number: 10<sup>2</sup> is 10², not 102. */
const withExponents = (text: string) =>
  text.replace(RAISED_OR_LOWERED, (_, before: string, place: string, digits: string) =>
    before.concat(place.toLowerCase() === 'p' ? setHigh(digits) : setLow(digits)),
  );

/** `text` without its tags: a block's edges become line breaks, those of struck text blanks, other inline tags vanish. */
export function withoutTags(text: string): string {
  return withExponents(text).replace(
    TAG,
    (tag, _slash: string | undefined, name: string | undefined, space: string | undefined) => {
      if (name === undefined || space !== undefined) return '';
      const lower = name.toLowerCase();
      if (BLOCKS.has(lower)) return '\n';
      return INLINES.has(lower) ? inlineEdge(lower) : tag;
    },
  );
}

/** Stands in a table's skeleton where a block begins or ends or a line breaks. */
export const BLOCK_EDGE = '\u0003';
/** They stand for the brackets of the tags that are kept while all others are escaped. */
const OPEN = '\u0001';
const CLOSE = '\u0002';
const MARKS = new RegExp(`[${OPEN}${CLOSE}${BLOCK_EDGE}]`, 'g');

const SPANS = /[\s"'](col|row)span\s*=\s*(?:["']\s*)?(\d+)/gi;

/**
 * HTML of a table reduced to what makes the table: its own tags with their spans, a mark for every block's edge, text
 * and entities. A parser has nothing left in it that costs more than linear time or deep nesting of anything but tables.
 */
export function tableSkeleton(html: string): string {
  const kept = withExponents(html.replace(MARKS, '')).replace(
    TAG,
    (tag, slash: string | undefined, name: string | undefined, space: string | undefined) => {
      if (name === undefined || space !== undefined) return '';
      const lower = name.toLowerCase();
      if (TABLE_PARTS.has(lower)) return `${OPEN}${slash ?? ''}${lower}${slash === '' ? spansOf(tag) : ''}${CLOSE}`;
      if (BLOCKS.has(lower)) return BLOCK_EDGE;
      return INLINES.has(lower) ? inlineEdge(lower) : tag;
    },
  );
  // What still begins with `<` is text; the marks stand for the tags that were kept.
  return kept.replaceAll('<', '&lt;').replaceAll(OPEN, '<').replaceAll(CLOSE, '>');
}

function spansOf(tag: string): string {
  if (tag.length <= '<table>'.length) return '';
  let spans = '';
  for (const [, side, count] of tag.matchAll(SPANS)) spans += ` ${side?.toLowerCase() ?? ''}span=${count ?? ''}`;
  return spans;
}
