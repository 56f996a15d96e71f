/** Now; or the time that SOURCE_DATE_EPOCH gives in seconds, so that the same input can give the same bytes (reproducible-builds.org). */
export function writingTime(): Date {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return seconds !== undefined && /^\d+$/.test(seconds) ? new Date(Number(seconds) * 1000) : new Date();
}
