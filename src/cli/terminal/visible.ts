/** What moves a terminal's cursor, changes its colours or turns the order of writing: controls, and marks of direction. */
const UNSEEN = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** A line of text with what can't be seen as `\n` or `\u001B`: a file's name may hold anything, and must not forge what a terminal shows. */
export function visible(line: string): string {
  return line.replace(UNSEEN, (character) =>
    character === '\n' ? '\\n' : `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
