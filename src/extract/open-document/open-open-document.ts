import { Failure } from '../../schema/failure.js';
import { FlowBuilder } from '../flow/flow-builder.js';
import type { FlowItem } from '../flow/flow-item.js';
import { sheetsOfFlow } from '../flow/flow-sheets.js';
import { openPageless } from '../medium/open-pageless.js';
import { picturesIn } from '../flow/pictures.js';
import type { MediumFile } from '../medium/medium.js';
import { Notes } from '../source/notes.js';
import type { OpenDocument } from '../medium/open-document.js';
import { BadXml } from '../xml/read-xml.js';
import { readXmlStream } from '../xml/xml-stream.js';
import { damagedPackage, encryptedFile } from '../zip/refusal.js';
import { resolved } from '../zip/relations.js';
import type { ZipPackage } from '../zip/zip-package.js';
import { OpenDocumentEvents } from './open-document-events.js';
import { runningHeadsOf } from './running-heads.js';

const NO_HEADS: { heads: FlowItem[]; feet: FlowItem[] } = { heads: [], feet: [] };

/** @throws Failure `damaged`, `encrypted` */
export async function openOpenDocument(file: MediumFile): Promise<OpenDocument> {
  const { name, limits, content } = file;
  const zip = content.zip;
  const entry = zip?.find('content.xml');
  if (zip === null || entry === undefined) throw damagedPackage(name);
  if (await saysEncrypted(zip)) throw encryptedFile(name);
  const isWorkbook = /spreadsheet/.test(await textOf(zip, 'mimetype'));
  const notes = new Notes();
  const pictureSheets = picturesIn(file, notes, async (href) => {
    const picture = zip.find(resolved('', href));
    return picture === undefined ? null : zip.read(picture);
  });
  async function* items(): AsyncGenerator<FlowItem> {
    if (zip === null || entry === undefined) return;
    const { heads, feet } = isWorkbook ? NO_HEADS : await runningHeads(zip);
    yield* heads;
    const flow = new FlowBuilder(limits);
    const events = new OpenDocumentEvents(flow, { notes, limits, isWorkbook });
    yield* readXmlStream(
      zip.stream(entry),
      events,
      () => flow.take(),
      (cause) => damagedPackage(name, { cause }),
    );
    yield* feet;
  }
  async function runningHeads(from: ZipPackage): Promise<{ heads: FlowItem[]; feet: FlowItem[] }> {
    const styles = from.find('styles.xml');
    try {
      return styles === undefined ? NO_HEADS : runningHeadsOf(await from.read(styles), limits);
    } catch (cause) {
      if (!(cause instanceof BadXml) && !(cause instanceof Failure && cause.code === 'damaged')) throw cause;
      notes.add('part-unread', 'styles.xml'); // the text itself may be whole
      return NO_HEADS;
    }
  }
  return openPageless(isWorkbook ? 'spreadsheet' : 'document', file, notes, (losses) =>
    sheetsOfFlow(items(), { limits, losses, pictureSheets }),
  );
}

/** Encrypted entries look like any others; the manifest tells (ISO/IEC 26300-2, 4.4). */
const saysEncrypted = async (zip: ZipPackage) =>
  /<(?:\w+:)?encryption-data\b/.test(await textOf(zip, 'META-INF/manifest.xml'));

async function textOf(zip: ZipPackage, name: string): Promise<string> {
  const entry = zip.find(name);
  return entry === undefined ? '' : Buffer.from(await zip.read(entry)).toString('utf8');
}
