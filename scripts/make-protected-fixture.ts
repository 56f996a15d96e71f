/**
 * Writes `fixtures/protected/`: a printed fixture, protected by a password (AES, 256 bits) with qpdf.
 * `npx tsx scripts/make-protected-fixture.ts`; it never writes the same bytes twice, as the keys are random.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const PRINTED = join(FIXTURES, 'pdf/13-merged-score.libreoffice-zenhei-landscape-cut.pdf');
const PROTECTED = join(FIXTURES, 'protected/13-merged-score.pdf');
/** What opens the file, and what allows to change it. */
const [USER, OWNER] = ['open-sesame', 'owner'] as const;

mkdirSync(join(FIXTURES, 'protected'), { recursive: true });
execFileSync('qpdf', ['--encrypt', USER, OWNER, '256', '--', PRINTED, PROTECTED], { stdio: 'inherit' });
