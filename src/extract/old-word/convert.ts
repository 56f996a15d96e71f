import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAMS = ['soffice', 'libreoffice'];
/** A form takes 4 seconds, half of them to start. */
const DEADLINE_MILLISECONDS = 60_000;

/** No macro runs, and nothing that a file refers to is fetched. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
${[
  ['MacroSecurityLevel', '3'],
  ['DisableMacrosExecution', 'true'],
  ['DisableActiveContent', 'true'],
  ['BlockUntrustedRefererLinks', 'true'],
]
  .map(
    ([name, value]) =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;

/** Where LibreOffice is; null where it is not on the path. */
export function findLibreOffice(path = process.env.PATH ?? ''): string | null {
  for (const folder of path.split(delimiter)) {
    for (const program of PROGRAMS) {
      const candidate = join(folder, program);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // looked for elsewhere
      }
    }
  }
  return null;
}

/**
 * Has LibreOffice turn a file into a .docx, with a profile of its own that goes with it. The program runs in the group of this process: who
 * ends this one ends both. Null where it makes nothing of the file, or not in time.
 */
export async function asDocx(program: string, bytes: Uint8Array, extension: 'doc' | 'rtf'): Promise<Uint8Array | null> {
  const folder = mkdtempSync(join(tmpdir(), 'zipingbiao-office-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    const input = join(folder, `a.${extension}`);
    writeFileSync(input, bytes);
    const options = ['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault'];
    await ended(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...options,
        '--convert-to',
        'docx',
        '--outdir',
        folder,
        input,
      ],
      folder,
    );
    return readFileSync(join(folder, 'a.docx'));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function ended(program: string, parameters: readonly string[], home: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      stdio: 'ignore',
      env: { ...process.env, HOME: home },
      timeout: DEADLINE_MILLISECONDS,
      killSignal: 'SIGKILL',
    });
    child.once('error', reject);
    child.once('exit', () => {
      resolve();
    });
  });
}
