import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/schema/limits.js';
import { call } from '../made/call.js';
import { madeFolder } from '../made/folder.js';

describe('wrong use ends with 2 and says what to do', () => {
  it.each([
    [['extract', 'a', '--frmat', 'csv'], 'error: unknown option --frmat\nDid you mean --format?\n'],
    [['extrct', 'a'], 'error: unknown command extrct\nDid you mean extract?\n'],
    [['extract'], 'error: nothing to read: name files or folders, or - for standard input\n'],
    [['extract', 'a', '--output'], 'error: option -o, --output <folder> wants a value\n'],
    [['extract', 'a', '--csv', 'x'], 'error: option --csv <way>: x is not possible. Choose from: spreadsheet, plain\n'],
    [['extract', 'a', '--format', 'csv,x'], 'Choose from: jsonl, json, csv, xlsx'],
    [['extract', 'a', '--limit', 'rows=3'], 'Choose from: bytesPerFile=<whole number above 0>, '],
    [['extract', 'a', '--limit', 'rowsPerForm=-3'], 'rowsPerForm=-3 is not possible.'],
    [['extract', 'a', '--ocr', 'x'], 'error: option --ocr <way>: x is not possible. Choose from: best, fast, none\n'],
    [['sheets', 'a', '--dpi', '30'], '--dpi <number>: 30 is not possible. Choose from: numbers from 50 to 2400\n'],
    [['draw', 'a', '--dpi', 'x'], '--dpi <number>: x is not possible. Choose from: numbers from 50 to 2400\n'],
    [['schema', 'x'], 'error: more arguments than expected\n'],
    [
      ['extract', 'package.json', '--output', '-'],
      'error: --output - writes records to standard output and wants --format jsonl',
    ],
    [['extract', 'package.json', 'no-1', 'no-*'], 'error: no such file or folder, and no file matches: no-1, no-*\n'],
    [['extract', 'a', '--frmat', '--lang', 'zh'], '错误：没有选项 --frmat\n是否想用 --format？\n'],
    [['extract', '--lang=zh', 'no-1'], '错误：没有这个文件或文件夹，也没有匹配的文件：no-1\n'],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await call(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('names the output folder that can’t be written', async () => {
    const file = join(madeFolder(), 'file');
    writeFileSync(file, '');
    const { code, stderr } = await call(['extract', file, '--output', join(file, 'out')]);
    expect(code).toBe(2);
    expect(stderr).toContain(
      `error: cannot write to ${join(file, 'out')} (ENOTDIR). Check that the folder may be written`,
    );
  });

  it('says it as JSON to programs', async () => {
    const { code, stderr } = await call(['extract', 'no-1', '--json-log']);
    expect([code, JSON.parse(stderr)]).toEqual([
      2,
      {
        time: expect.any(String) as string,
        event: 'error',
        exitCode: 2,
        message: expect.stringContaining('no such file or folder') as string,
      },
    ]);
  });

  it('shows help where no command is given', async () => {
    const { code, stderr } = await call([]);
    expect([code, stderr.includes('Usage: zipingbiao')]).toEqual([2, true]);
  });
});

describe('help', () => {
  it('shows the commands with examples', async () => {
    const { code, stdout } = await call(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Usage: zipingbiao .*extract \[options\] <path\.\.\.>.*Examples:.*Exit codes:/s);
  });

  it('is Chinese where the locale is, or --lang says so', async () => {
    const chinese = (await call(['extract', '--help', '--lang', 'zh'])).stdout;
    expect(chinese).toMatch(/用法： zipingbiao extract.*参数：.*选项：.*默认：output.*通用选项：/s);
    expect(chinese).not.toMatch(/Usage|Options|default/);
    expect((await call(['extract', '--help'], { env: { LANG: 'zh_CN.UTF-8' } })).stdout).toBe(chinese);
    expect((await call(['extract', '--help'], { env: { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' } })).stdout).toContain(
      'Usage:',
    );
  });

  it.each(['extract', 'sheets', 'draw'])('shows every limit of %s with its default', async (command) => {
    const help = (await call([command, '--help'])).stdout.replace(/\s+/g, ' ');
    for (const [name, value] of Object.entries(DEFAULT_LIMITS)) expect(help).toContain(`${name}=${value}`);
  });

  it('shows the version', async () => {
    expect(await call(['--version'])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
  });
});
