import { Failure } from '../schema/failure.js';

/** A limit of what a document may cost, as messages name it: with how to raise it. */
interface LimitWords {
  readonly limit: 'secondsWithoutProgress' | 'secondsPerDocument' | 'residentMegabytes';
  readonly value: number;
}

const raise = ({ limit, value }: LimitWords) => `--limit ${limit}=${value * 2}`;

export function noProgress(name: string, seconds: number): Failure {
  const words: LimitWords = { limit: 'secondsWithoutProgress', value: seconds };
  return new Failure(
    'timed-out',
    `${name}: reading it made no progress for ${seconds} seconds (secondsWithoutProgress), and it was given up. Print it to a new PDF or split it, or raise the limit: ${raise(words)}`,
    `${name}：读取连续 ${seconds} 秒没有进展（secondsWithoutProgress），已放弃。请重新打印为 PDF 或拆分，或提高上限：${raise(words)}`,
  );
}

export function tookTooLong(name: string, seconds: number): Failure {
  const words: LimitWords = { limit: 'secondsPerDocument', value: seconds };
  return new Failure(
    'timed-out',
    `${name}: it was not read within ${seconds} seconds (secondsPerDocument), and was given up. Split it, or raise the limit: ${raise(words)}`,
    `${name}：${seconds} 秒内没有读完（secondsPerDocument），已放弃。请拆分文件，或提高上限：${raise(words)}`,
  );
}

export function outOfMemory(name: string, megabytes: number): Failure {
  const words: LimitWords = { limit: 'residentMegabytes', value: megabytes };
  return new Failure(
    'out-of-memory',
    `${name}: reading it took more than ${megabytes} megabytes of memory (residentMegabytes), and it was given up. Split it, or raise the limit: ${raise(words)}`,
    `${name}：读取所用内存超过 ${megabytes} MB（residentMegabytes），已放弃。请拆分文件，或提高上限：${raise(words)}`,
  );
}

/** `how`: the exit code or the signal with which the process ended. */
export function crashed(name: string, how: string): Failure {
  return new Failure(
    'crashed',
    `${name}: the process that read it ended by itself each time (${how}). Print it to a new PDF and read that. Please report it with the file if you may share it.`,
    `${name}：读取它的进程每次都意外结束（${how}）。请重新打印为 PDF 后再读。如可公开，请反馈并附上文件。`,
  );
}
