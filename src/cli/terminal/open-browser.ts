import { spawn } from 'node:child_process';

/** The program of each system that opens an address in the user's browser, with the arguments before the address. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
const ELSEWHERE = ['xdg-open'] as const;

/** Opens an address in the user's browser, if there is one; whoever has none has the address. */
export function openBrowser(address: string): void {
  const [program = '', ...before] = OPENERS[process.platform] ?? ELSEWHERE;
  const opener = spawn(program, [...before, address], { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}
