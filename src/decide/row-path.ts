/** Blocks of a form whose rows a person may add and take away. */
export const ROW_BLOCKS = ['funds', 'indicators', 'other'] as const;
export type RowBlock = (typeof ROW_BLOCKS)[number];

/**
 * A row as decisions name it, whatever was added and taken away before it: `3` for the row that was read fourth, `+` and the id of the
 * decision that added it for one that was not read.
 */
export interface RowName {
  readonly block: RowBlock;
  readonly key: string;
  /** What stands behind the row in the path, as `.score`; blank for the row itself. */
  readonly field: string;
}

const ROW = /^(funds|indicators|other)\[(\d+|\+[0-9a-f]{16})\](|\.\w+)$/;

/** The row that a path names or stands in; null where it is in none. */
export function rowIn(path: string): RowName | null {
  const [, block, key, field] = ROW.exec(path) ?? [];
  return block === undefined || key === undefined || field === undefined
    ? null
    : { block: block as RowBlock, key, field };
}

export const rowPath = (block: RowBlock, key: string | number): string => `${block}[${key}]`;

/** The key of the row that a decision adds. */
export const keyOfAdded = (id: string): string => `+${id}`;
export const isAddedKey = (key: string): boolean => key.startsWith('+');

export const blockOf = (path: string): RowBlock | null => ROW_BLOCKS.find((block) => path.startsWith(block)) ?? null;
