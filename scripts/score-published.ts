/** Scores the program on published forms, where they are at hand: every field right, none wrong in silence. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SHARED = join(import.meta.dirname, '../../shared');
const PROGRAM = join(import.meta.dirname, '../dist/cli/main.js');
/** Texts and born-digital PDFs; the scans beside them are scored by score-scans.ts. */
const READABLE = /\.(?:seed\.md|pipe\.md|table\.html|[abc]\.pdf)$/;
const DISTRICT = ['source.md', 'chromium-zenhei.pdf', 'libreoffice-uming.pdf'];

interface Score {
  readonly projects: { readonly gold: number; readonly found: number };
  readonly missing: number;
  readonly extra: number;
  readonly all: { readonly fields: number; readonly exact: number; readonly folded: number; readonly silent: number };
  readonly flaggedButRight: number;
}

function scoreOf(input: string, gold: string): Score {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  try {
    const extract = spawnSync(process.execPath, [PROGRAM, 'extract', input, '--output', folder, '--quiet'], {
      encoding: 'utf8',
    });
    if (extract.status !== 0)
      throw new Error(`${input}: the program ended with ${String(extract.status)}: ${extract.stderr}`);
    const score = spawnSync(process.execPath, [join(SHARED, 'tools/score.mjs'), folder, gold, '--json'], {
      encoding: 'utf8',
    });
    return JSON.parse(score.stdout) as Score;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints one line; true where all fields are right, and exactly so if `exact` is set. */
function holds(name: string, { projects, missing, extra, all, flaggedButRight }: Score, exact: boolean): boolean {
  const counts = `projects ${projects.found}/${projects.gold}, fields ${all.fields}, exact ${all.exact}, folded ${all.folded}, silent ${all.silent}`;
  console.log(
    `${name}: ${counts}, missing ${missing}, extra ${extra}, flagged but right ${(100 * flaggedButRight).toFixed(2)} %`,
  );
  return (
    missing === 0 &&
    extra === 0 &&
    all.silent === 0 &&
    all.folded === all.fields &&
    (!exact || all.exact === all.fields)
  );
}

function published(): boolean {
  const data = join(SHARED, 'data');
  const district = join(data, 'putuo-2023');
  const results = DISTRICT.map((file) =>
    holds(`putuo-2023/${file}`, scoreOf(join(district, file), join(district, 'gold.json')), true),
  );
  const others = join(data, 'other-issuers');
  for (const issuer of readdirSync(others).sort()) {
    for (const file of readdirSync(join(others, issuer)).filter((name) => READABLE.test(name))) {
      results.push(
        holds(`${issuer}/${file}`, scoreOf(join(others, issuer, file), join(others, issuer, 'gold.json')), false),
      );
    }
  }
  return results.every(Boolean);
}

if (!existsSync(join(SHARED, 'data'))) console.log('No published forms beside this checkout: nothing is scored.');
else if (!published()) process.exitCode = 1;
