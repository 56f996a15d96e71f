import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems keep a browser; CHROMIUM names another. */
const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** A browser that is installed; undefined where there is none. */
export const installedBrowser = PLACES.find((path) => path !== '' && existsSync(path));

/** The sandbox of the browser wants more rights than a container has; only our own page is opened. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    ...(installedBrowser === undefined ? {} : { executablePath: installedBrowser }),
    args: ['--no-sandbox'],
  });
