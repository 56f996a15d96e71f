import type { openForms } from '../digitize.js';

/** What a run needs of the pipeline: a parameter, so that a test can give documents of its own making. */
export type OpenForms = typeof openForms;
export type { DigitizedDocument, DigitizeEvent } from '../digitize.js';
