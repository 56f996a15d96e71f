import type { Content, Medium } from '../medium/medium.js';

/** Files of Word 97 to 2003 and of WPS, and RTF: LibreOffice turns them into .docx where it is found. */
export const oldWord: Medium = {
  recognises: (content) => isRtf(content) || isDoc(content),
  async open(file) {
    const { openOldWord } = await import('./open-old-word.js');
    return openOldWord(file, isRtf(file.content) ? 'rtf' : 'doc');
  },
};

const isDoc = ({ oleStreams }: Content) => oleStreams?.has('WordDocument') ?? false;
const RTF = '{\\rtf';
const isRtf = ({ bytes }: Content) => Buffer.from(bytes.subarray(0, RTF.length)).toString('latin1') === RTF;
