import type { Medium } from '../medium/medium.js';

/** Documents of fixed layout (GB/T 33190-2016), as Chinese offices write them. */
export const ofd: Medium = {
  recognises: ({ zip }) => zip?.find('OFD.xml') !== undefined,
  async open(file) {
    const { openOfd } = await import('./open-ofd.js');
    return openOfd(file);
  },
};
