/** pdf.js comes without types of its reading half. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Has messages that arrive at a port answered: `port` is like a web worker's own end. */
    initializeFromPort(port: object): void;
  };
}
