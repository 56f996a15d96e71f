import { objectsOf, type PdfObject } from './objects.js';

/** Bytes. A larger file is not held in memory once more as text. */
const LARGEST = 256 * 1024 ** 2;

/**
 * A PDF whose cross-reference table or trailer is missing, as of one that was cut off, with new ones at its end: once with the page
 * tree that it has, once with one of all the pages that are found. Nothing where there is no page.
 */
export function* rebuilt(bytes: Uint8Array): Generator<Uint8Array> {
  if (bytes.length > LARGEST) return;
  const objects = objectsOf(bytes);
  const free = 1 + objects.reduce((highest, { number }) => Math.max(highest, number), 0);
  for (const rootOf of [ownRoot, newRoot]) {
    const root = rootOf(objects, free);
    if (root) yield withRoot(bytes, objects, root, free);
  }
}

function withRoot(bytes: Uint8Array, objects: readonly PdfObject[], root: Root, free: number): Uint8Array {
  const added = [...objects.filter(({ isPacked }) => isPacked), ...root.added];
  const written = added.map(({ number, text }) => `${number} 0 obj\n${text}\nendobj\n`).join('');
  const trailer = `trailer\n<< /Size ${free + root.added.length} /Root ${root.reference} >>\nstartxref\n0\n%%EOF\n`;
  // What was cut off in its middle ends here.
  return Buffer.concat([bytes, Buffer.from(`\nendstream\nendobj\n${written}${trailer}`, 'latin1')]);
}

interface Root {
  readonly reference: string;
  readonly added: readonly PdfObject[];
}

/** The catalogue whose page tree is there, or a new one for the page tree. */
function ownRoot(objects: readonly PdfObject[], free: number): Root | null {
  const trees = objects.filter((object) => isOfType(object, 'Pages') && !/\/Parent\b/.test(object.text));
  const catalogue = objects.findLast(
    (object) => isOfType(object, 'Catalog') && trees.some((tree) => pointsTo(object, tree)),
  );
  if (catalogue) return { reference: referenceTo(catalogue), added: [] };
  const tree = trees.at(-1);
  if (!tree) return null;
  return { reference: `${free} 0 R`, added: [made(free, `<< /Type /Catalog /Pages ${referenceTo(tree)} >>`)] };
}

/** A new catalogue and page tree, of the pages in the order in which they stand. */
function newRoot(objects: readonly PdfObject[], free: number): Root | null {
  const pages = objects.filter((object) => isOfType(object, 'Page'));
  if (pages.length === 0) return null;
  return {
    reference: `${free} 0 R`,
    added: [
      made(free, `<< /Type /Catalog /Pages ${free + 1} 0 R >>`),
      made(free + 1, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map(referenceTo).join(' ')}] >>`),
    ],
  };
}

const isOfType = ({ text }: PdfObject, type: string) => new RegExp(`/Type\\s*/${type}\\b`).test(text);
const pointsTo = ({ text }: PdfObject, { number }: PdfObject) => new RegExp(`/Pages\\s+${number}\\s`).test(text);
const referenceTo = ({ number, generation }: PdfObject) => `${number} ${generation} R`;
const made = (number: number, text: string): PdfObject => ({ number, generation: 0, text, isPacked: true });
