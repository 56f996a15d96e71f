import { PROJECTS_FOLDER } from '../files/earlier-projects.js';
import { projectStem } from '../files/file-name.js';
import type { Format } from '../format.js';
import { projectJson } from '../project-json.js';

/** projects/<id>-<name>.json: each record as a file. */
export const JSON_FILES: Format = {
  words: { en: 'records, a file each', zh: '记录，每张表一个文件' },
  isDefault: true,
  open: ({ staging }) => ({
    write(form) {
      staging.write(`${PROJECTS_FOLDER}/${projectStem(form.id, form.projectName)}.json`, projectJson(form));
    },
    finish: () => undefined,
  }),
};
