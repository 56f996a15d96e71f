/** What stands for a character whose meaning a font does not tell: private use, unassigned, a control character, the replacement. */
export const UNKNOWN_CHARACTER = /[\p{Co}\p{Cn}\p{Cc}\uFFFD]/u;
