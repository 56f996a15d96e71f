/** A command ran as asked and has nothing to show for it: ends it with exit code 3 and a message in the user's language. */
export class NothingCameOut extends Error {
  override readonly name = 'NothingCameOut';
}
