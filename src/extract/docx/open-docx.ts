import type { SourceKind } from '../../schema/record.js';
import { FlowBuilder } from '../flow/flow-builder.js';
import type { FlowItem } from '../flow/flow-item.js';
import { sheetsOfFlow } from '../flow/flow-sheets.js';
import { openPageless } from '../open-pageless.js';
import type { MediumFile } from '../medium.js';
import { Notes } from '../notes.js';
import type { OpenDocument } from '../open.js';
import { picturesIn } from '../flow/pictures.js';
import { BadXml } from '../xml/read-xml.js';
import { readXmlStream } from '../xml/xml-stream.js';
import { damagedPackage } from '../zip/refusal.js';
import { type Relation, relationsOf } from '../zip/relations.js';
import type { ZipPackage } from '../zip/zip-package.js';
import { DocxEvents } from './docx-events.js';

const KIND: SourceKind = 'document';
const MAIN_PART = 'word/document.xml';
/** Parts that stand at the foot of pages or at the document's end, in the order in which they are read. */
const NOTE_PARTS = ['footnotes', 'endnotes'];

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

  async function* items(): AsyncGenerator<FlowItem> {
    const ofNotes = NOTE_PARTS.flatMap((type) => relations.filter((relation) => relation.type === type));
    // A part is read once, however many relations lead to it.
    for (const path of new Set([part, ...ofNotes.map(({ target }) => target)])) {
      const entry = zip?.find(path);
      if (entry === undefined || zip === null) continue;
      const flow = new FlowBuilder(limits);
      yield* readXmlStream(zip.stream(entry), new DocxEvents(flow, notes), () => flow.take(), onBad);
    }
  }
  return openPageless(KIND, file, notes, (losses) => sheetsOfFlow(items(), { limits, losses, pictureSheets }));
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
