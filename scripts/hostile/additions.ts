import { goodPdf } from './good.js';
import type { HostileFile } from './hostile-file.js';
import { failed, forms } from './outcome.js';

/** A printed form with further entries in its catalogue and its trailer, as an update at its end. */
function withAdded(ofCatalogue: string, ofTrailer = ''): Buffer {
  const bytes = goodPdf();
  const text = bytes.toString('latin1');
  const [, number = '', entries = ''] = /(\d+) 0 obj\n<<(\/Type \/Catalog[\s\S]*?)>>\nendobj/.exec(text) ?? [];
  if (number === '') throw new Error('The printed form’s catalogue was not found.');
  const previous = text.lastIndexOf('xref\n0 ');
  const [, ofOld = ''] = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text) ?? [];
  const object = `\n${number} 0 obj\n<<${entries} ${ofCatalogue}>>\nendobj\n`;
  const offset = String(bytes.length + 1).padStart(10, '0');
  const index = `xref\n${number} 1\n${offset} 00000 n \ntrailer << ${ofOld} /Prev ${previous} ${ofTrailer} >>\n`;
  const end = `startxref\n${bytes.length + object.length}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(object + index + end, 'latin1')]);
}

const ID = '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]';
const KEYS = `/O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4`;

const locked = (encrypt: string) => () => withAdded('', `/Encrypt << ${encrypt} >> ${ID}`);
const acting = (entries: string) => () => withAdded(entries);

/** What a file asks its reader to do, and locks that nobody has a key to. A printed form each. */
export const ADDITIONS: readonly HostileFile[] = [
  {
    name: 'unknown-handler.pdf',
    what: 'a form encrypted by an unknown handler',
    outcome: failed('encrypted'),
    make: locked(`/Filter /Nobody.Knows /V 4 /R 4 ${KEYS}`),
  },
  {
    name: 'unknown-cipher.pdf',
    what: 'a form encrypted by an unknown version of the standard handler',
    outcome: failed('encrypted'),
    make: locked(`/Filter /Standard /V 99 /R 99 /Length 128 ${KEYS}`),
  },
  {
    name: 'unknown-password.pdf',
    what: 'a form whose keys fit no password',
    outcome: failed('encrypted'),
    make: locked(`/Filter /Standard /V 2 /R 3 /Length 128 ${KEYS}`),
  },
  {
    name: 'javascript.pdf',
    what: 'a form with JavaScript that runs when it is opened',
    outcome: forms(1),
    make: acting('/OpenAction << /S /JavaScript /JS (while \\(true\\) app.launchURL\\("http://127.0.0.1:9/"\\);) >>'),
  },
  {
    name: 'launch.pdf',
    what: 'a form that starts a program when it is opened',
    outcome: forms(1),
    make: acting('/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>'),
  },
  {
    name: 'link.pdf',
    what: 'a form that opens an address when it is opened',
    outcome: forms(1),
    make: acting('/OpenAction << /S /URI /URI (http://127.0.0.1:9/) >>'),
  },
  {
    name: 'submit.pdf',
    what: 'a form that sends itself away when it is closed',
    outcome: forms(1),
    make: acting('/AA << /WC << /S /SubmitForm /F << /FS /URL /F (http://127.0.0.1:9/) >> >> >>'),
  },
  {
    name: 'remote-file.pdf',
    what: 'a form that goes on in a file elsewhere',
    outcome: forms(1),
    make: acting('/OpenAction << /S /GoToR /F (\\\\\\\\127.0.0.1\\\\share\\\\a.pdf) /D [0 /Fit] >>'),
  },
];
