import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { folderOrder } from './scripts/lint/folder-order.mjs';

export default tseslint.config(
  { ignores: ['dist/', 'output/', 'fixtures/', 'node_modules/', 'eslint.config.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
    },
  },
  {
    // Documents come from strangers: no expression may take time that grows faster than their texts.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { house: { rules: { 'folder-order': folderOrder } } },
    rules: { 'house/folder-order': 'error' },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
