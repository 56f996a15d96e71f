import { defineConfig } from 'vitest/config';

/** Tests of deadlines, signals and memory: another test beside them would take the time that they measure. */
const ALONE = [
  'test/hostile.test.ts',
  'test/cli/interrupts.test.ts',
  'test/run/{kill,pool}.test.ts',
  'test/extract/scan/readers/reader-process.test.ts',
  'test/review/page.test.ts',
];

/** Workbooks and reports say when they were written: runs are compared byte by byte. */
const COMMON = { testTimeout: 60_000, env: { SOURCE_DATE_EPOCH: '1700000000' } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...COMMON,
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...COMMON, name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
