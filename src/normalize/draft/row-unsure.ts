import type { Draft } from './draft.js';

/**
 * Notes that it is not sure which cells belong to a row, or to the rows of a block, or under which column they stand; once for each path and
 * reason. `what` and `whatZh` say why and end without a stop.
 */
export function noteUnsure(draft: Pick<Draft, 'findings'>, path: string, what: string, whatZh: string): void {
  const message = `${what}. Compare with the page.`;
  const isSaid = draft.findings.some((finding) => finding.path === path && finding.message === message);
  if (isSaid) return;
  const messageZh = `${whatZh}，请对照原件核对。`;
  draft.findings.push({ code: 'row-unsure', severity: 'warning', path, message, messageZh });
}
