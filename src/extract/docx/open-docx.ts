import { Failure } from '../../schema/failure.js';
import type { SourceKind } from '../../schema/record.js';
import { FlowBuilder } from '../flow/flow-builder.js';
import type { FlowItem } from '../flow/flow-item.js';
import { sheetsOfFlow } from '../flow/flow-sheets.js';
import { openPageless } from '../medium/open-pageless.js';
import type { MediumFile } from '../medium/medium.js';
import { Notes } from '../source/notes.js';
import type { OpenDocument } from '../medium/open-document.js';
import { picturesIn } from '../flow/pictures.js';
import { runningLinesOf } from '../flow/running-lines.js';
import { BadXml } from '../xml/read-xml.js';
import { readXmlStream } from '../xml/xml-stream.js';
import { damagedPackage } from '../zip/refusal.js';
import { type Relation, relationsOf } from '../zip/relations.js';
import type { ZipPackage } from '../zip/zip-package.js';
import { DocxEvents } from './docx-events.js';
import { Numbering } from './numbering.js';

const KIND: SourceKind = 'document';
const MAIN_PART = 'word/document.xml';
/** Parts that stand at the foot of pages or at the document's end, in the order in which they are read. */
const NOTE_PARTS = ['footnotes', 'endnotes'];
/** What stands at the head and at the foot of each page, whichever section it is of. */
const [HEAD, FOOT] = ['header', 'footer'];

/** @throws Failure `damaged`, `encrypted` */
export async function openDocx(file: MediumFile): Promise<OpenDocument> {
  const { name, limits, content } = file;
  const zip = content.zip;
  if (zip === null) throw damagedPackage(name);
  const onBad = (cause: unknown) => damagedPackage(name, { cause });
  const part = await mainPartOf(zip, onBad);
  if (zip.find(part) === undefined) throw damagedPackage(name);
  const relations = await within(relationsOf(zip, part), onBad);
  const notes = new Notes();
  const pictureSheets = picturesIn(file, notes, (id) => targetOf(zip, relations, id));

  async function* flowOf(path: string, numbering: Numbering | null): AsyncGenerator<FlowItem> {
    const entry = zip?.find(path);
    if (entry === undefined || zip === null) return;
    const flow = new FlowBuilder(limits);
    yield* readXmlStream(zip.stream(entry), new DocxEvents(flow, notes, numbering), () => flow.take(), onBad);
  }
  /** What is damaged beside the text leaves the text whole: it is told, and left out. */
  async function orNoted<T>(what: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'damaged') throw error;
      notes.add('part-unread', what);
      return undefined;
    }
  }
  async function running(type: string): Promise<FlowItem[]> {
    const items: FlowItem[] = [];
    const paths = relations.filter((relation) => relation.type === type && relation.target !== part);
    for (const path of new Set(paths.map(({ target }) => target)))
      await orNoted(type, async () => {
        for await (const item of flowOf(path, null)) items.push(item);
      });
    return runningLinesOf(items);
  }
  async function* items(): AsyncGenerator<FlowItem> {
    const ofNotes = NOTE_PARTS.flatMap((type) => relations.filter((relation) => relation.type === type));
    // A part is read once, however many relations lead to it.
    const numbering = (await orNoted('numbering', () => within(numberingOf(zip, relations), onBad))) ?? null;
    yield* await running(HEAD);
    for (const path of new Set([part, ...ofNotes.map(({ target }) => target)])) yield* flowOf(path, numbering);
    yield* await running(FOOT);
  }
  return openPageless(KIND, file, notes, (losses) => sheetsOfFlow(items(), { limits, losses, pictureSheets }));
}

/** Null for a document without lists. */
async function numberingOf(zip: ZipPackage | null, relations: readonly Relation[]): Promise<Numbering | null> {
  const entryOf = (type: string) => zip?.find(relations.find((relation) => relation.type === type)?.target ?? '');
  const [numbering, styles] = [entryOf('numbering'), entryOf('styles')];
  if (zip === null || numbering === undefined) return null;
  return new Numbering(await zip.read(numbering), styles === undefined ? null : await zip.read(styles));
}

async function mainPartOf(zip: ZipPackage, onBad: (cause: unknown) => Error): Promise<string> {
  const relations = await within(relationsOf(zip, ''), onBad);
  return relations.find(({ type }) => type === 'officeDocument')?.target ?? MAIN_PART;
}

async function within<T>(reading: Promise<T>, onBad: (cause: unknown) => Error): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof BadXml ? onBad(error) : error;
  }
}

async function targetOf(zip: ZipPackage, relations: readonly Relation[], id: string): Promise<Uint8Array | null> {
  const target = relations.find((relation) => relation.id === id)?.target;
  const entry = target === undefined ? undefined : zip.find(target);
  return entry === undefined ? null : zip.read(entry);
}
