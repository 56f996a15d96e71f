import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { listInputs, NoSuchPath } from '../../src/run/inputs.js';
import { madeFolder } from '../made/folder.js';

const SOURCE = new URL('../../src/run/inputs.ts', import.meta.url).href;
const LOADER = import.meta.resolve('tsx');
const LIST = `import('${SOURCE}').then(async ({ listInputs }) => {
  console.log(JSON.stringify((await listInputs(['.'], null)).map(({ path }) => path)));
});`;

let folder: string;
beforeEach(() => {
  folder = madeFolder();
});

function put(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
}

async function list(given: string[], output: string | null = null): Promise<string[]> {
  const inputs = await listInputs(
    given.map((path) => (path === '-' ? path : join(folder, path))),
    output === null ? null : join(folder, output),
  );
  return inputs.map(({ path }) => path.replace(`${folder}/`, ''));
}

describe('listInputs', () => {
  it('takes files, folders with all below, patterns and -, in the order of their bytes', async () => {
    put('b/2.md', 'b/c/1.md', 'a.md', 'x/1.html', 'x/2.txt', '甲.md');
    expect(await list(['甲.md', 'x/*.html', '-', 'b', 'a.md'])).toEqual([
      '-',
      'a.md',
      'b/2.md',
      'b/c/1.md',
      'x/1.html',
      '甲.md',
    ]);
  });

  it('takes a name that looks like a pattern as it stands', async () => {
    put('[1].md', '1.md');
    expect(await list(['[1].md'])).toEqual(['[1].md']);
  });

  it('leaves out hidden files and the output folder', async () => {
    put('.git/x', '.zipingbiao-000000-1-a/x', 'output/projects.csv', '.hidden', 'a.md');
    expect(await list([''], 'output')).toEqual(['a.md']);
    expect(await list(['**/*'], 'output')).toEqual(['a.md']);
  });

  it('lists each file once, and ends where links go round', async () => {
    put('a/1.md');
    symlinkSync(join(folder, 'a'), join(folder, 'a', 'loop'));
    symlinkSync(join(folder, 'a', '1.md'), join(folder, 'a', 'z.md'));
    linkSync(join(folder, 'a', '1.md'), join(folder, 'a', '2.md')); // a file of its own, for all that a path can tell
    expect(await list(['a', 'a/1.md', 'a/**/*.md'])).toEqual(['a/1.md', 'a/2.md']);
  });

  it('names all paths that lead nowhere', async () => {
    put('a.md');
    await expect(list(['a.md', 'b.md', 'c/*.md'])).rejects.toEqual(
      new NoSuchPath([join(folder, 'b.md'), join(folder, 'c/*.md')]),
    );
  });

  it('keeps a link that leads nowhere: the run reports it', async () => {
    symlinkSync(join(folder, 'gone'), join(folder, 'link.md'));
    expect(await list([''])).toEqual(['link.md']);
  });

  it('takes any name: with line breaks, dashes, 255 bytes, and one that is called -', async () => {
    const names = ['-', '--help', 'a\nb.md', '*.md', '表'.repeat(85), ' ', '\\x41'];
    put(...names);
    expect((await list([''])).sort()).toEqual([...names].sort());
    const inputs = spawnSync(process.execPath, ['--import', LOADER, '--eval', LIST], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(inputs.stdout)).toContain('./-'); // not standard input
  });

  it('tells names apart that are no UTF-8, and shows their bytes', async () => {
    for (const byte of [0xb1, 0xb2]) writeFileSync(Buffer.concat([Buffer.from(`${folder}/表`), Buffer.of(byte)]), 'x');
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/d`), Buffer.of(0xff)]));
    const inputs = await listInputs([folder], null);
    expect(inputs.map(({ path }) => path.replace(`${folder}/`, ''))).toEqual(['d\\xff', '表\\xb1', '表\\xb2']);
    expect(inputs.map(({ raw, unlisted }) => raw !== undefined || unlisted !== undefined)).toEqual([true, true, true]);
  });

  it.skipIf(process.getuid?.() === 0)('keeps a folder that can’t be listed: the run reports it', async () => {
    put('a/closed/1.md');
    chmodSync(join(folder, 'a/closed'), 0);
    const inputs = await listInputs([join(folder, 'a')], null);
    expect(inputs).toMatchObject([{ path: join(folder, 'a/closed'), unlisted: { code: 'EACCES' } }]);
    chmodSync(join(folder, 'a/closed'), 0o700);
  });
});
