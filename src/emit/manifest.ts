import type { InputReport, Manifest } from '../schema/manifest.js';
import type { StagedFile } from './files/staged-file.js';

/** The manifest as it is written: an input at a time, so that a run over many keeps none in memory. */
export interface ManifestWriter {
  add(report: InputReport): void;
  close(): void;
}

/** Begins the manifest. What stands in the file after `close` is a {@link Manifest}. */
export function openManifest(file: StagedFile, head: Omit<Manifest, 'inputs'>): ManifestWriter {
  file.append(
    `{\n"version": ${JSON.stringify(head.version)},\n"options": ${JSON.stringify(head.options)},\n"inputs": [`,
  );
  let separator = '\n';
  return {
    add(report) {
      file.append(separator + JSON.stringify(report));
      separator = ',\n';
    },
    close() {
      file.append('\n]\n}\n');
      file.close();
    },
  };
}
