import { join } from 'node:path';
import { DECISIONS, readDecisions } from '../../decide/decision-file.js';
import type { Decision } from '../../schema/decision.js';
import { logJson } from '../terminal/json-log.js';
import { say, type Session } from '../terminal/surroundings.js';

/** So many line numbers are named. */
const LISTED = 5;

export interface FoundDecisions {
  /** Each once. */
  readonly all: readonly Decision[];
  /** Those that do not stand in the first folder. */
  readonly notInFirst: readonly Decision[];
}

/** What people decided in reviews of these folders. Lines that can't be read are told: what was decided there does not hold. */
export async function decisionsOf(
  folders: readonly string[],
  session: Session,
  { jsonLog = false }: { readonly jsonLog?: boolean } = {},
): Promise<FoundDecisions> {
  const all = new Map<string, Decision>();
  let inFirst = 0;
  for (const [index, folder] of folders.entries()) {
    const { decisions, unreadable } = await readDecisions(folder);
    for (const decision of decisions) all.set(decision.id, decision);
    if (index === 0) inFirst = all.size;
    if (unreadable.length === 0) continue;
    const message = session.messages.decisionsUnreadable(
      join(folder, DECISIONS),
      unreadable.length,
      unreadable.slice(0, LISTED).join(', ') + (unreadable.length > LISTED ? ', …' : ''),
    );
    if (jsonLog) logJson(session, 'decisionsUnreadable', { message });
    else say(session, session.colours.yellow(message));
  }
  const distinct = [...all.values()];
  return { all: distinct, notInFirst: distinct.slice(inFirst) };
}
