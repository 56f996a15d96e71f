/** What a workbook's cell shows whose formula has no result: #REF!, #NAME?, and Err:509 in LibreOffice. */
export const FORMULA_ERROR = /^(?:#(?:REF!|NAME\?|VALUE!|DIV\/0!|N\/A|NULL!|NUM!)|Err:\d{3}$)/;
