import { parseFragment } from 'parse5';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,31});/gi;

/** Entities that were met, with their characters; bounded, as numeric ones are without number. */
const decoded = new Map<string, string>();
const REMEMBERED = 4096;

/** `text` with HTML entities decoded. An entity must end with `;`, so that `R&D` and `a&lt` stay. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, characterOf) : text;
}

function characterOf(entity: string): string {
  const known = decoded.get(entity);
  if (known !== undefined) return known;
  const node = parseFragment(entity).childNodes[0];
  const character = node !== undefined && 'value' in node ? node.value : entity;
  if (decoded.size >= REMEMBERED) decoded.clear();
  decoded.set(entity, character);
  return character;
}
