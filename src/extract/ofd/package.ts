import { attribute, childOf, descendantsOf, type Element, numbersIn, treeOf } from '../xml/tree.js';
import { BadXml } from '../xml/read-xml.js';
import { damagedPackage } from '../zip/refusal.js';
import { resolved } from '../zip/relations.js';
import type { ZipPackage } from '../zip/zip-package.js';

/** A page as the document lists it: where its content is, and what stands behind and before it. */
export interface OfdPage {
  /** Null where the document lists a page that is not there. */
  readonly content: string | null;
  readonly document: OfdDocument;
}

/** What the pages of one document share. */
export interface OfdDocument {
  /** `x y width height` in millimetres. */
  readonly box: readonly number[];
  /** Templates by their IDs: the paths of their contents. */
  readonly templates: ReadonlyMap<string, string>;
  /** Drawing parameters by their IDs. */
  readonly drawParams: ReadonlyMap<string, Element>;
  /** Pictures by their IDs: their paths. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Composed graphics by their IDs. */
  readonly composed: ReadonlyMap<string, Element>;
}

/** Millimetres: A4, where a document does not say how large its pages are. */
const A4 = [0, 0, 210, 297];

/** Reads parts of an OFD package, whose paths may be written relative to a part, to its folder or to the root. */
export class OfdPackage {
  constructor(
    readonly zip: ZipPackage,
    readonly name: string,
  ) {}

  /** The pages of all documents in the package, in order. @throws Failure `damaged`, `encrypted` */
  async pages(): Promise<OfdPage[]> {
    const root = await this.tree('OFD.xml');
    if (root === null) throw damagedPackage(this.name);
    const pages: OfdPage[] = [];
    for (const location of descendantsOf(root, 'DocRoot')) {
      const path = this.locate('', location.text);
      if (path === null) continue;
      const tree = await this.tree(path);
      if (tree === null) continue;
      const document = await this.#document(tree, folderOf(path));
      for (const page of childOf(tree, 'Pages')?.children ?? []) {
        const content = this.locate(folderOf(path), attribute(page, 'BaseLoc') ?? '');
        pages.push({ content, document });
      }
    }
    return pages;
  }

  /** Null for a part that is missing or no XML. @throws Failure `damaged`, `encrypted` */
  async tree(path: string): Promise<Element | null> {
    const entry = this.zip.find(path);
    if (entry === undefined) return null;
    try {
      return treeOf(await this.zip.read(entry));
    } catch (error) {
      if (error instanceof BadXml) return null;
      throw error;
    }
  }

  locate(folder: string, location: string): string | null {
    const trimmed = location.trim();
    if (trimmed === '') return null;
    return [resolved(folder, trimmed), resolved('', trimmed)].find((path) => this.zip.find(path) !== undefined) ?? null;
  }

  async #document(tree: Element, folder: string): Promise<OfdDocument> {
    const common = childOf(tree, 'CommonData');
    const templates = new Map<string, string>();
    for (const template of descendantsOf(common, 'TemplatePage')) {
      const path = this.locate(folder, attribute(template, 'BaseLoc') ?? '');
      if (path !== null) templates.set(attribute(template, 'ID') ?? '', path);
    }
    const resources = { drawParams: new Map<string, Element>(), pictures: new Map<string, string>() };
    const composed = new Map<string, Element>();
    for (const kind of ['PublicRes', 'DocumentRes']) {
      for (const location of descendantsOf(common, kind)) {
        const path = this.locate(folder, location.text);
        const resource = path === null ? null : await this.tree(path);
        if (path === null || resource === null) continue;
        const base = `${resolved(folderOf(path), attribute(resource, 'BaseLoc') ?? '')}/`;
        for (const param of descendantsOf(resource, 'DrawParam'))
          resources.drawParams.set(attribute(param, 'ID') ?? '', param);
        for (const unit of descendantsOf(resource, 'CompositeGraphicUnit'))
          composed.set(attribute(unit, 'ID') ?? '', unit);
        for (const media of descendantsOf(resource, 'MultiMedia')) {
          const file = childOf(media, 'MediaFile')?.text ?? '';
          const picture = this.locate(base, file) ?? this.locate(folder, file) ?? this.locate(`${folder}Res/`, file);
          if (picture !== null) resources.pictures.set(attribute(media, 'ID') ?? '', picture);
        }
      }
    }
    const box = numbersIn(childOf(childOf(common, 'PageArea'), 'PhysicalBox')?.text);
    return { box: box.length === A4.length ? box : A4, templates, ...resources, composed };
  }
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
