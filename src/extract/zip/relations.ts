import { readXml, attributeOf } from '../xml/read-xml.js';
import type { ZipPackage } from './zip-package.js';

/** What a part of an Office Open XML package refers to (ECMA-376-2, 6.5), targets within the package alone. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `officeDocument`, `image`, `header`. */
  readonly type: string;
  /** The name of an entry. */
  readonly target: string;
}

/** The relations of a part; those of the package for ''. None where it has none; targets outside the package are left out. */
export async function relationsOf(zip: ZipPackage, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const entry = zip.find(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  if (entry === undefined) return [];
  const relations: Relation[] = [];
  readXml(await zip.read(entry), {
    open(element, attributes) {
      if (element !== 'Relationship' || attributeOf(attributes, 'TargetMode') === 'External') return;
      const type = attributeOf(attributes, 'Type') ?? '';
      const target = resolved(folder, attributeOf(attributes, 'Target') ?? '');
      relations.push({ id: attributeOf(attributes, 'Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

/** A path from a folder of the package, or from its root where it begins with a slash. It never leads out of the package. */
export function resolved(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
