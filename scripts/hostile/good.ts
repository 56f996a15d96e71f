import { readFileSync } from 'node:fs';

/** A fixture's bytes, to be made hostile. */
export const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

/** A printed form, one page. */
export const goodPdf = (): Buffer => fixture('pdf/01-central-leading.chromium-zenhei-portrait.pdf');
