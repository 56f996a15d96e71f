const ROW = /^(?:funds|indicators|other)\[[^\]]+\]/;

/** The path of the row that a path names or stands in; null where it is in none. */
export const rowOf = (path: string): string | null => ROW.exec(path)?.[0] ?? null;

/** Whether a path stands in a row that a person added. */
export const isInAddedRow = (path: string): boolean => path.includes('[+');
