import { Failure } from '../../schema/failure.js';
import type { Limits } from '../../schema/limits.js';

export function damagedPackage(name: string, options?: ErrorOptions): Failure {
  return new Failure(
    'damaged',
    `${name}: it is damaged or cut off, and can't be unpacked. Download it again, or open it in its program and save it anew.`,
    `${name}：文件已损坏或不完整，无法解包。请重新下载，或用原软件打开后另存。`,
    options,
  );
}

/** What is protected, and by nothing that a password on the command line opens. */
export function encryptedFile(name: string): Failure {
  return new Failure(
    'encrypted',
    `${name}: it is protected by a password. Open it in its program, remove the protection, and save it.`,
    `${name}：文件有密码保护。请用原软件打开，解除保护后保存。`,
  );
}

const UNITS = {
  entriesPerArchive: { en: 'entries', zh: '个文件' },
  unpackedBytes: { en: 'bytes unpacked', zh: '字节（解包后）' },
  timesUnpacked: { en: 'times its own size unpacked', zh: '倍于自身大小（解包后）' },
} as const;

export function packageTooLarge(name: string, limit: keyof typeof UNITS, limits: Limits): Failure {
  const { en, zh } = UNITS[limit];
  const most = limits[limit];
  return new Failure(
    'unpacks-too-large',
    `${name}: it holds more than the limit of ${most} ${en} (${limit}). Raise the limit if the file can be trusted: --limit ${limit}=${most * 2}`,
    `${name}：超过 ${most} ${zh}的上限（${limit}）。如文件可信，请提高上限：--limit ${limit}=${most * 2}`,
  );
}
