import { numberLeaves } from './leaves.js';
import { finding, type Rule } from './rule.js';

/**
 * A number that no identity proves is said to be so. In a text that an OCR program made it may be misread: a warning. Glyphs of a
 * born-digital page are what was printed: a note.
 */
export const unprovedNumber: Rule = {
  code: 'unproved-number',
  run(record, { proofs }) {
    const severity = record.source.kind === 'pdf' ? 'note' : 'warning';
    return numberLeaves(record).flatMap(({ path, value }) =>
      value === null || proofs.has(path)
        ? []
        : finding(
            'unproved-number',
            severity,
            path,
            `No identity of the form proves the number ${value}. Compare it with the page.`,
            `数字${value}没有任何勾稽关系可以证明，请对照原件核对。`,
          ),
    );
  },
};
