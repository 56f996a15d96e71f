/** The results can't be written: ends the run, unlike a failure, which ends one document. Names the place and what to try. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly place: string;
  /** The system's own code, such as `EACCES` or `ENOSPC`; `''` where there is none. */
  readonly code: string;

  constructor(place: string, cause: unknown) {
    super(`Cannot write to ${place}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.place = place;
    this.code = systemCode(cause);
  }
}

/** Runs a piece of writing; whatever it throws becomes an {@link OutputError} that names the place. */
export function writing<T>(place: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw error instanceof OutputError ? error : new OutputError(place, error);
  }
}

/** The `code` of a system error, else `''`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
