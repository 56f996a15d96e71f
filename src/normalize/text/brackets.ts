/** True for a text that ends within a bracket, as a cut heading may: 效益指标（25 */
export const leavesBracketOpen = (text: string): boolean =>
  Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));

/** True for the rest of such a text: 分） */
export const closesBracket = (text: string): boolean => /^[^（(]*[）)]/.test(text);
