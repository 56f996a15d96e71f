import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Journal, type JournalEntry, openJournal } from '../../src/run/journal.js';
import { madeFolder, textOf } from '../made/folder.js';
import { sha256Of } from '../made/form.js';

let path: string;
beforeEach(() => {
  path = join(madeFolder(), 'journal.ndjson');
});

const entry = (name: string): JournalEntry => ({ key: sha256Of(name), pages: 1, forms: 2, findings: 3 });

/** Adds entries whose results stand beside the journal. */
function add(journal: Journal, ...names: string[]): void {
  for (const name of names) {
    writeFileSync(join(path, '..', name), name);
    journal.add(entry(name), join(path, '..', name));
  }
}

describe('the journal', () => {
  it('knows after a crash what was entered', async () => {
    const journal = await openJournal(path);
    add(journal, 'a', 'b');
    expect(journal.find(entry('b').key)).toEqual(entry('b'));
    await journal.settled();
    const next = await openJournal(path); // nobody closed the first
    expect(['a', 'b', 'c'].map((name) => next.find(entry(name).key)?.forms)).toEqual([2, 2, undefined]);
    await Promise.all([journal.close(), next.close()]);
  });

  it('leaves out a line that was torn, and goes on behind it', async () => {
    const journal = await openJournal(path);
    add(journal, 'a');
    await journal.settled();
    appendFileSync(path, '{"key":"torn');
    const next = await openJournal(path);
    add(next, 'b');
    await next.settled();
    expect(
      textOf(path)
        .split('\n')
        .map((line) => line.slice(0, 12)),
    ).toEqual([`{"key":"${entry('a').key.slice(0, 4)}`, `{"key":"${entry('b').key.slice(0, 4)}`, '']);
    await Promise.all([journal.close(), next.close()]);
  });

  it('strikes out all but some', async () => {
    const journal = await openJournal(path);
    add(journal, 'a', 'b', 'c');
    await journal.keepOnly(new Set([entry('b').key]));
    add(journal, 'd');
    await journal.settled();
    const next = await openJournal(path);
    expect(['a', 'b', 'c', 'd'].map((name) => next.find(entry(name).key) !== undefined)).toEqual([
      false,
      true,
      false,
      true,
    ]);
    await Promise.all([journal.close(), next.close()]);
  });

  it('says that a result can’t be brought to the disk', async () => {
    const journal = await openJournal(path);
    journal.add(entry('gone'), join(path, '..', 'gone'));
    await expect(journal.settled()).rejects.toMatchObject({ name: 'OutputError', code: 'ENOENT' });
    await journal.close();
  });
});
