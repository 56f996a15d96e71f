import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvRows } from '../../src/emit/read-csv.js';

export const HAS_LIBREOFFICE = spawnSync('soffice', ['--version']).status === 0;

/** Comma, double quote, UTF-8; numbers as they are and not as they are shown; every sheet a file of its own. */
const EACH_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** The sheets of a workbook as LibreOffice reads them: rows of texts by the sheet's name. */
export async function sheetsOf(workbook: string): Promise<Record<string, string[][]>> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', EACH_SHEET, '--outdir', out, workbook], {
      stdio: 'ignore',
    });
    const sheets: Record<string, string[][]> = {};
    for (const file of readdirSync(out)) {
      const name = /-(?<name>[^-]+)\.csv$/.exec(file)?.groups?.['name'] ?? file;
      sheets[name] = await csvRows(readFileSync(join(out, file), 'utf8'));
    }
    return sheets;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
