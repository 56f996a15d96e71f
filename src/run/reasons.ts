import { Failure } from '../schema/failure.js';
import type { Reason } from '../schema/manifest.js';

/** Codes of reasons that no failure gives. */
export const RUN_REASONS = ['no-form', 'set-aside-only', 'same-content', 'interrupted'] as const;

export const noForm = (path: string): Reason => ({
  code: 'no-form',
  message: `${path}: no self-evaluation form was found in it.`,
  messageZh: `${path}：其中没有找到自评表。`,
});

export const setAsideOnly = (path: string): Reason => ({
  code: 'set-aside-only',
  message: `${path}: it holds only related forms, which are set aside.`,
  messageZh: `${path}：只含相关的其他表，已另列。`,
});

export const sameContent = (path: string, first: string): Reason => ({
  code: 'same-content',
  message: `${path}: it is the same, byte for byte, as ${first}, which was read already.`,
  messageZh: `${path}：与已读取的 ${first} 内容完全相同。`,
});

export const interrupted = (path: string): Reason => ({
  code: 'interrupted',
  message: `${path}: the run was interrupted. Run the same command again.`,
  messageZh: `${path}：运行被中断。请重新运行同一命令。`,
});

/** What ended an input. Anything but a failure is a defect of this program, and says so. */
export function reasonOf(path: string, error: unknown): Reason {
  if (error instanceof Failure) return { code: error.code, message: error.message, messageZh: error.messageZh };
  const what = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `${path}: a defect in zipingbiao (${what}). Please report it with the file if you may share it.`,
    messageZh: `${path}：zipingbiao 内部错误（${what}）。请反馈，如可公开请附上文件。`,
  };
}

/** The reason, with the forms that were read before: they are kept. */
export function afterForms(reason: Reason, forms: number): Reason {
  if (forms === 0) return reason;
  return {
    code: reason.code,
    message: `${reason.message} Forms before that, which are kept: ${forms}.`,
    messageZh: `${reason.messageZh}此前的 ${forms} 张表已保留。`,
  };
}

/** The report of an input of which nothing was read. */
export function reportOfNothing(path: string, sha256: string | null, milliseconds: number) {
  return { path, sha256, kind: null, pages: null, forms: 0, related: [], setAside: [], findings: [], milliseconds };
}
