import { Failure } from '../../schema/failure.js';
import { openPageless } from '../medium/open-pageless.js';
import { openDocx } from '../docx/open-docx.js';
import type { MediumFile } from '../medium/medium.js';
import { Notes } from '../source/notes.js';
import type { OpenDocument } from '../medium/open-document.js';
import { sheetsOfText } from '../text/sheets.js';
import { damagedPackage, encryptedFile } from '../zip/refusal.js';
import { openZip } from '../zip/zip-package.js';
import { asDocx, findLibreOffice } from './convert.js';
import { isEncryptedDoc } from './encrypted-doc.js';
import { textOfDoc } from './text-of-doc.js';

/** @throws Failure `damaged`, `encrypted`, `program-missing` */
export async function openOldWord(
  file: MediumFile,
  kind: 'doc' | 'rtf',
  program: string | null = findLibreOffice(),
): Promise<OpenDocument> {
  const { name, content, limits } = file;
  if (kind === 'doc' && isEncryptedDoc(content.bytes)) throw encryptedFile(name);
  const converted = program === null ? null : await asDocx(program, content.bytes, kind);
  if (converted !== null) {
    const zip = await openZip(converted, { name, limits });
    return openDocx({ ...file, content: { bytes: converted, zip, oleStreams: null } });
  }
  const text = kind === 'doc' ? await textOfDoc(content.bytes) : null;
  if (text === null) throw program === null ? libreOfficeMissing(name) : damagedPackage(name);
  const notes = new Notes();
  return openPageless('document', file, notes, async function* (losses) {
    notes.add('grid-missing');
    yield* sheetsOfText([text], limits, losses);
  });
}

function libreOfficeMissing(name: string): Failure {
  return new Failure(
    'program-missing',
    `${name}: old Word, WPS and RTF files are read with LibreOffice, which was not found. Install it so that soffice is on the PATH, or save the file as .docx.`,
    `${name}：旧版 Word、WPS 和 RTF 文件需要 LibreOffice 才能读取，但未找到。请安装并确保 soffice 在 PATH 中，或另存为 .docx。`,
  );
}
