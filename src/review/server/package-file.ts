/** Where a file of the built page lies: beside the built program, also for a program that runs from its sources. */
export function packageFile(name: string): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? `../../../dist/review/page/${name}` : `../page/${name}`, import.meta.url);
}
