import type { Rule } from 'eslint';

export declare const STAGES: readonly {
  readonly name: string;
  readonly knows: readonly string[];
  readonly folders: readonly string[];
}[];
export declare const folderOrder: Rule.RuleModule;
