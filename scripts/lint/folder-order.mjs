import { dirname, relative, resolve, sep } from 'node:path';

/**
 * The house from the ground up: its stages, the folders of each, and the stages that it knows beside its own. A folder imports only from
 * folders of its own stage that stand above it in this list, and from stages that its stage knows. A folder of `src` that is missing
 * here fails the lint. '.' is `src` itself.
 */
export const STAGES = [
  { name: 'process', knows: [], folders: ['process'] },
  { name: 'schema', knows: [], folders: ['schema', 'schema/related', 'schema/tables'] },
  {
    name: 'normalize',
    knows: ['schema'],
    folders: [
      'normalize/text',
      'normalize/vocabulary',
      'normalize/rows',
      'normalize/draft',
      'normalize/forms',
      'normalize/blocks/funds',
      'normalize/blocks',
      'normalize/blocks/indicators',
      'normalize/gridless',
      'normalize/kinds/parts',
      'normalize/kinds/department',
      'normalize/kinds/summary',
      'normalize/kinds',
      'normalize',
    ],
  },
  {
    name: 'extract',
    // No form words: of normalize only what characters are.
    knows: ['schema', 'normalize/text'],
    folders: [
      'extract/source',
      'extract/geometry',
      'extract/lattice',
      'extract/pages',
      'extract/scan/picture',
      'extract/scan/raster',
      'extract/scan/colour',
      'extract/scan/flatten',
      'extract/scan/rulings',
      'extract/scan/layout',
      'extract/scan/line-images',
      'extract/scan/readers/network',
      'extract/scan/readers',
      'extract/scan/recognise',
      'extract/scan',
      'extract/pdf/library',
      'extract/pdf/paint',
      'extract/pdf/layers',
      'extract/pdf/operators',
      'extract/pdf',
      'extract/xml',
      'extract/zip',
      'extract/ole',
      'extract/medium',
      'extract/text',
      'extract/flow',
      'extract/docx',
      'extract/old-word',
      'extract/spreadsheet',
      'extract/open-document',
      'extract/ofd',
      'extract/ocr/aligned',
      'extract/ocr',
      'extract',
    ],
  },
  {
    name: 'check',
    knows: ['schema', 'normalize'],
    folders: ['check', 'check/repair', 'check/record', 'check/related'],
  },
  { name: 'digitize', knows: ['schema', 'extract', 'normalize', 'check'], folders: ['digitize'] },
  {
    name: 'emit',
    knows: ['schema', 'check', 'process'],
    folders: [
      'emit/files',
      'emit',
      'emit/database',
      'emit/workbook',
      'emit/maker',
      'emit/report',
      'emit/formats',
      'emit/output',
    ],
  },
  {
    name: 'decide',
    knows: ['schema', 'normalize/text', 'normalize/vocabulary', 'check', 'emit/files'],
    folders: ['decide'],
  },
  { name: 'draw', knows: ['schema', 'extract'], folders: ['draw'] },
  {
    name: 'run',
    knows: ['schema', 'extract', 'check', 'digitize', 'process', 'emit', 'decide', 'draw'],
    folders: ['run'],
  },
  {
    name: 'review',
    knows: ['schema', 'extract', 'check', 'emit', 'decide', 'run'],
    folders: ['review', 'review/view', 'review/folder', 'review/session', 'review/server', 'review/page'],
  },
  {
    name: '.',
    knows: ['schema', 'extract', 'normalize', 'check', 'digitize', 'emit', 'decide', 'run'],
    folders: ['.'],
  },
  {
    name: 'cli',
    knows: ['process', 'schema', 'extract', 'emit', 'decide', 'draw', 'run', 'review'],
    folders: ['cli/messages', 'cli/terminal', 'cli/options', 'cli/commands', 'cli'],
  },
];

const SOURCE = resolve(import.meta.dirname, '../../src');

/** The folder of a file within `src`, '.' for `src` itself, null for what lies outside. */
function folderOf(file) {
  const path = relative(SOURCE, dirname(file));
  if (path.split(sep)[0] === '..') return null;
  return path === '' ? '.' : path.split(sep).join('/');
}

const stageOf = (folder) => STAGES.find(({ folders }) => folders.includes(folder));
const isIn = (folder, place) => folder === place || folder.startsWith(`${place}/`);

/** Why a file of `from` must not import one of `to`; null where it may. */
function objection(from, to) {
  const stage = stageOf(from);
  if (to === null) return 'nothing outside src is imported into it';
  if (stage.folders.includes(to)) {
    const { folders } = stage;
    return folders.indexOf(to) <= folders.indexOf(from) ? null : `${to} stands above ${from}`;
  }
  return stage.knows.some((known) => isIn(to, known)) ? null : `the stage ${stage.name} does not know ${to}`;
}

/** A rule of ESLint: imports follow the list of stages, whether static, of types, or at run time. */
export const folderOrder = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = resolve(context.filename);
    const from = folderOf(file);
    if (from === null) return {};
    if (stageOf(from) === undefined) {
      const message = `The folder src/${from} is missing from the list in scripts/lint/folder-order.mjs.`;
      return { Program: (node) => context.report({ node, message }) };
    }
    const judge = (node, path) => {
      if (typeof path !== 'string' || !path.startsWith('.')) return;
      const why = objection(from, folderOf(resolve(dirname(file), path)));
      if (why !== null)
        context.report({ node, message: `Against the order of folders in scripts/lint/folder-order.mjs: ${why}.` });
    };
    const ofSource = (node) => judge(node, node.source?.value);
    return {
      ImportDeclaration: ofSource,
      ExportNamedDeclaration: ofSource,
      ExportAllDeclaration: ofSource,
      ImportExpression: ofSource,
      TSImportType: ofSource,
    };
  },
};
