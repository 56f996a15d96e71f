/** A line that is longer than it may be: what sends it is not to be trusted. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';

  constructor(bytes: number) {
    super(`a line of more than ${bytes} bytes`);
  }
}

const LINE_FEED = 10;

/**
 * The lines in chunks of bytes, without their line feeds; bytes behind the last line feed are no line and are left out.
 * Throws {@link LineTooLong} before it keeps more than `longest` bytes.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      if (size + end - start > longest) throw new LineTooLong(longest);
      yield Buffer.concat([...kept, chunk.subarray(start, end)]).toString();
      kept = [];
      size = 0;
      start = end + 1;
    }
    size += chunk.length - start;
    if (size > longest) throw new LineTooLong(longest);
    if (start < chunk.length) kept.push(chunk.subarray(start));
  }
}
