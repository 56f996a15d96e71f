const LONGEST = 24; // 2023年12月20日24时前完成 and its like; longer texts are prose that mentions a date
const CHINESE_DATE =
  /^(?:于|在|截至|截止)?(20\d{2})年(?:度)?(?:(\d{1,2})月(?:份)?(?:(\d{1,2})(?:日|号))?)?(?:\d{1,2}(?:时|点))?([^\d]{0,8})$/;
const NUMERIC_DATE = /^(20\d{2})([-./])(\d{1,2})(?:\2(\d{1,2}))?(?:前|底|止|之前|以前)?$/;
const AFTER_DATE =
  /^(?:年)?(?:底|末|初|上旬|中旬|下旬|全年|内)?(?:之前|以前|前|止|起)?(?:完成|完工|竣工|到位|拨付|实施|验收|交付)?$/;

const padded = (part: string) => part.padStart(2, '0');
const isDay = (month: string | undefined, day: string | undefined) =>
  (month === undefined || (Number(month) >= 1 && Number(month) <= 12)) &&
  (day === undefined || (Number(day) >= 1 && Number(day) <= 31));

/** As much of an ISO 8601 date as a value prints, or null where it's no date: `2023年11月底` → `2023-11`. */
export function dateOf(value: string): string | null {
  if (value.length > LONGEST) return null;
  const numeric = NUMERIC_DATE.exec(value);
  const chinese = numeric ? null : CHINESE_DATE.exec(value);
  const year = numeric?.[1] ?? chinese?.[1];
  const month = numeric?.[3] ?? chinese?.[2];
  const day = numeric?.[4] ?? chinese?.[3];
  if (year === undefined || !isDay(month, day)) return null;
  if (chinese && !AFTER_DATE.test(chinese[4] ?? '')) return null;
  return [year, ...[month, day].filter((part) => part !== undefined).map(padded)].join('-');
}
