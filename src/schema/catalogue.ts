/**
 * Every code that a result may carry, with what it means and what to do, in both languages. The catalogue in docs/findings.md is made of
 * it, and a test holds it against the codes in the sources.
 */
export interface CatalogueEntry {
  readonly code: string;
  /** What carries the code. */
  readonly kind: 'identity' | 'rule' | 'related' | 'reading' | 'decision' | 'document' | 'output' | 'repair' | 'reason';
  readonly severity: string;
  readonly meaning: string;
  readonly meaningZh: string;
}

const entry =
  (kind: CatalogueEntry['kind']) =>
  <const C extends string>(
    code: C,
    severity: string,
    meaning: string,
    meaningZh: string,
  ): CatalogueEntry & { readonly code: C } => ({ code, kind, severity, meaning, meaningZh });

const identity = entry('identity');
const rule = entry('rule');
const related = entry('related');
const reading = entry('reading');
const document = entry('document');
const output = entry('output');
const decision = entry('decision');
const repair = entry('repair');
const reason = entry('reason');

/** An open identity is a note where each of its members is proved by another one. */
const OPEN = 'error or note';

const ENTRIES = [
  identity(
    'weight-sum',
    OPEN,
    'The weights do not add up to the total weight (100).',
    '各项分值之和不等于总分分值（100）。',
  ),
  identity('score-sum', OPEN, 'The scores do not add up to the total score.', '各项得分之和不等于总分得分。'),
  identity(
    'heading-weight',
    OPEN,
    'The weights under a heading are not the points in its brackets.',
    '某标题下的分值之和不等于标题中写明的分值。',
  ),
  identity(
    'funds-sum',
    OPEN,
    'A column of the funds rows does not add up to its total.',
    '某列各项资金之和不等于资金总额。',
  ),
  identity(
    'execution-rate',
    OPEN,
    'The rate is not executed ÷ budget, neither cut off nor rounded; or it is rounded another way than the other rates.',
    '执行率不等于执行数÷预算数（截尾、四舍五入均不符），或与其他执行率取舍方式不一致。',
  ),
  identity(
    'funds-score',
    'warning or note',
    'The funds score is not weight × rate; some issuers score by steps.',
    '资金得分不等于分值×执行率，部分单位按档次计分。',
  ),
  rule(
    'unproved-number',
    'warning (PDF: note)',
    'No identity proves this number. Compare it with the page.',
    '没有勾稽关系可以证明该数字，请对照原件核对。',
  ),
  rule(
    'reading-doubtful',
    'warning',
    'The readers of a scan differ on this, or only one gave it, and nothing in the form decides.',
    '扫描件的多次识别结果不一致或仅有一次识别，且表内没有依据可以判定。',
  ),
  rule('number-missing', 'warning', 'A number is expected here but was not read.', '此处应有数字但未读到。'),
  rule(
    'indicators-incomplete',
    'warning',
    'The weights come to less than the total: rows may be missing.',
    '分值之和小于总分，可能遗漏了指标。',
  ),
  rule('score-range', 'error', 'A score is below 0 or above its weight.', '得分小于0或大于分值。'),
  rule('grade-range', 'warning', 'The grade does not fit the total score.', '评分等级与总分不符。'),
  rule(
    'loss-without-reason',
    'warning',
    'A score below its weight has no reason beside it.',
    '得分低于分值但没有偏差原因。',
  ),
  rule(
    'reason-beside-full-score',
    'warning or note',
    'A reason stands beside a full score; a warning where the next row lost points without one.',
    '满分指标旁有偏差原因；相邻失分指标没有原因时为警告。',
  ),
  rule(
    'heading-level',
    'warning',
    'A row lacks a heading, or its level-2 heading usually stands under another level-1 heading.',
    '缺少一级或二级指标，或二级指标通常不属于该一级指标。',
  ),
  rule(
    'indicator-missing-cell',
    'warning',
    'An indicator has no name, no target or no result.',
    '指标缺少名称、指标值或完成值。',
  ),
  rule('sign-as-digit', 'warning', 'A target such as 290% is probably ≥90%.', '如290%的指标值可能是≥90%。'),
  rule(
    'target-result',
    'note',
    'The score is not the one that target and result would usually give.',
    '得分与按目标值、完成值计算的通常得分不同。',
  ),
  rule(
    'value-doubtful',
    'warning or note',
    'A target or result looks like a damaged number, or is a date without a year (a note).',
    '指标值或完成值疑似残缺的数字；没有年份的日期为提示。',
  ),
  rule(
    'unit-differs',
    'error',
    'A number has another unit in its cell than the form, or the form states two units of money. Amounts are kept as printed.',
    '单元格内的单位与表中单位不同，或表中有两种金额单位；金额按所印保留。',
  ),
  rule(
    'indicator-repeated',
    'warning',
    'Two rows below each other have the same name, target and result.',
    '相邻两行指标的名称、指标值和完成值均相同。',
  ),
  rule(
    'values-exchanged',
    'warning',
    'A target’s sign stands in the result, and the target has none.',
    '完成值带有指标值的符号而指标值没有，两者可能颠倒。',
  ),
  related(
    'task-sum',
    'error or warning',
    'A column of 年度主要任务 does not add up to the row below it, or, where there is none, to the form’s funds (a warning).',
    '年度主要任务某列之和不等于合计行；没有合计行时与资金总额、项目支出均不一致（警告）。',
  ),
  related(
    'summary-sum',
    'error',
    'The amounts of a summary’s rows do not add up to its 小计 or 合计.',
    '汇总表各行金额之和不等于小计或合计。',
  ),
  related(
    'summary-differs',
    'warning',
    'A summary states another amount, score or grade of a project than the project’s own form in the same run; both are named.',
    '汇总表所列某项目的金额、得分或等级与同次处理的该项目自评表不同，两者均已列出。',
  ),
  reading('years-differ', 'warning', 'The form states two years that differ.', '表中写有两个不同的年度。'),
  reading(
    'negative-amount',
    'note',
    'An amount below zero is written in brackets, with △ or the like.',
    '金额以括号、△等形式表示负数。',
  ),
  reading('not-a-number', 'error', 'Something else stands where a number should.', '应为数字处是其他内容。'),
  reading(
    'number-without-column',
    'warning',
    'A number of a funds row stands under no column of the header.',
    '资金行中的数字不在任何一列之下。',
  ),
  reading(
    'funds-row-unknown',
    'warning (PDF: note)',
    'A funds row’s label is none of the known ones. Where it may be misread, a row of the form may be missing.',
    '资金行名称不在已知之列；若为误读，表内可能缺少一行资金。',
  ),
  reading('field-missing', 'warning', 'A field of the form was not found.', '未找到表中的某个字段。'),
  reading(
    'year-inherited',
    'warning',
    'The form states no year; that of the form before it was taken.',
    '本表未写年度，取自前一张表。',
  ),
  reading(
    'header-missing',
    'warning',
    'The indicator table’s header could not be read, and the central form’s order was taken; or it lacks a column that every form has.',
    '指标表表头无法识别，按中央格式顺序读取；或缺少各表均有的一列。',
  ),
  reading(
    'header-unsure',
    'warning or note',
    'A column’s name was read one character off a known one, and was taken as that.',
    '列名与已知列名仅差一字，已按已知列名读取。',
  ),
  reading(
    'heading-cut',
    'warning',
    'A heading is cut; it was completed where that is sure.',
    '标题被截断，能确定时已补全。',
  ),
  reading(
    'row-unsure',
    'warning',
    'It is not sure which cells belong to this row, or under which column.',
    '无法确定哪些单元格属于本行或属于哪一列。',
  ),
  reading(
    'text-unplaced',
    'error or warning',
    'Something that the form prints is in no field and under no label; it is under “other”. An error where it holds a digit.',
    '表中有文字不属于任何字段或标签，已存入“other”；其中有数字时为错误。',
  ),
  reading(
    'gridless-limit',
    'error',
    'The table of a text without a grid can be cut in too many ways; its rows were not read.',
    '没有表格线的文本分法过多，超过上限，表中各行未读取。',
  ),
  reading(
    'cells-unsure',
    'warning',
    'The text has no grid: where the cells of a row begin and end was inferred, and another cut may be meant.',
    '文本没有表格线，本行各单元格的分界系推断所得，可能另有分法。',
  ),
  reading(
    'goal-unsure',
    'warning',
    'Where the goal ends and the result begins can’t be told.',
    '无法确定预期目标与实际完成情况的分界。',
  ),
  reading(
    'form-cut',
    'error',
    'The form is longer than a limit allows; the rest is left out.',
    '表格超过上限，其余未读取。',
  ),
  decision(
    'decision-stale',
    'warning',
    'A person decided on this when it read otherwise, or the file held something else; the decision was not applied.',
    '曾有人就此作出决定，但所读内容或来源文件此后已变，该决定未采用。',
  ),
  decision(
    'decisions-differ',
    'warning',
    'Two people decided otherwise on this; the later decision was taken.',
    '两人对此的决定不一致，已取较晚者。',
  ),
  decision(
    'row-added',
    'note',
    'A person added this row in the review; it was not read.',
    '本行系人工复核时添加，并非读取所得。',
  ),
  decision('row-removed', 'note', 'A person took a row away that was read here.', '此处读到的一行已由人工删除。'),
  decision(
    'signature-void',
    'warning',
    'The form was signed and has changed since; it counts as not signed.',
    '本表签署之后内容有变，签署失效。',
  ),
  document(
    'undecodable-bytes',
    'warning',
    'Some bytes are no text in the file’s encoding.',
    '部分字节无法按文件编码解码。',
  ),
  document('table-cut', 'warning', 'A table or line is longer than a limit and was cut.', '表格或行超过上限而被截断。'),
  document('cell-cut', 'warning', 'A cell is longer than a limit and was cut.', '单元格超过上限而被截断。'),
  document(
    'page-unread',
    'warning',
    'Some pages gave no text: it says which, and why.',
    '部分页没有读到文字：已注明页码和原因。',
  ),
  document(
    'reader-missing',
    'warning',
    'Pictures were read by one reader, as the other is not installed.',
    '图片只由一个识别程序读取，另一个未安装。',
  ),
  document(
    'changes-tracked',
    'note',
    'A Word file holds tracked changes: it was read as if all were accepted.',
    'Word 文件含有修订，按接受全部修订读取。',
  ),
  document(
    'hidden-left-out',
    'note',
    'Hidden text, rows, columns or sheets were left out: it says which.',
    '略去了隐藏的文字、行、列或工作表，已注明。',
  ),
  document(
    'formula-broken',
    'warning',
    'Cells of a workbook show an error of their formula (#REF!): it says which.',
    '工作簿有单元格显示公式错误（#REF!），已注明位置。',
  ),
  document(
    'formula-without-value',
    'warning',
    'Formulas of a workbook have no stored result: their cells were read as blank.',
    '工作簿有公式没有保存结果，按空白读取。',
  ),
  document(
    'part-unread',
    'warning',
    'A part of an office file can’t be read: it says which.',
    '办公文件有一部分无法读取，已注明。',
  ),
  document(
    'picture-unread',
    'warning',
    'A picture in an office file is large enough for a page, and no text was read in it.',
    '办公文件中有整页大小的图片未读到文字。',
  ),
  document(
    'grid-missing',
    'warning',
    'An old Word file was read as text without its table borders, as LibreOffice was not found.',
    '未找到 LibreOffice，旧版 Word 文件按没有表格线的文字读取。',
  ),
  document(
    'page-illegible',
    'warning',
    'A scanned page could hardly be read: its print is too small or too blurred.',
    '某扫描页难以识别：字太小或太模糊。',
  ),
  document('reader-failed', 'warning', 'A reader failed on a page.', '某页的识别程序出错。'),
  document(
    'picture-damaged',
    'warning',
    'A part of a page’s picture is damaged or missing.',
    '某页的图片有一部分已损坏或缺失。',
  ),
  document(
    'picture-not-drawn',
    'warning',
    'A page is more than a picture and could not be drawn; only its pictures were read.',
    '页面除图片外还有其他内容但无法绘制，只识别了图片。',
  ),
  document(
    'picture-too-large',
    'warning',
    'A page’s picture has more pixels than the limit and was not read.',
    '某页的图片超过像素上限，未读取。',
  ),
  document(
    'page-incomplete',
    'warning',
    'A part of some pages is damaged and was left out.',
    '部分页有一部分已损坏，未能读取。',
  ),
  document(
    'grid-inferred',
    'warning',
    'What an OCR program wrote tells no table rules: rows and columns were inferred from where words stand. Compare the form with the page.',
    'OCR 结果没有表格线：行列按文字位置推断，请与原件对照。',
  ),
  document(
    'pdf-rebuilt',
    'warning',
    'The PDF is damaged or cut off; what was found of it was read, and pages may be missing.',
    'PDF 已损坏或不完整，已读取找到的部分，可能缺页。',
  ),
  document(
    'text-unreliable',
    'warning',
    'The fonts of some pages do not tell which characters they draw.',
    '部分页的字体没有给出文字编码，文字不可靠。',
  ),
  document(
    'text-overlaid',
    'note, warning or error',
    'Text lies over a page, as watermarks and seals do; it was left out, or it can’t be told from the page’s own.',
    '页面上叠加有水印、印章等文字，未计入表格，或无法与原文区分。',
  ),
  document(
    'text-reread',
    'note',
    'The fonts of a page say other characters than they draw; the page was read as a picture.',
    '页面字体给出的文字与显示的不符，已按图像识别。',
  ),
  document('text-struck', 'warning', 'Text of a page is struck through.', '页面上有带删除线的文字。'),
  document('columns-cut', 'warning', 'Cells right of a limit were left out.', '超出列数上限的单元格被略去。'),
  output(
    'workbook-text-cut',
    'warning',
    'A cell of a workbook takes 32,767 characters; a longer text is cut there, whole in projects.jsonl.',
    '工作簿的单元格最多容纳32767字，更长的文字在工作簿中被截断，projects.jsonl 中完整。',
  ),
  output(
    'workbook-character',
    'warning',
    'A workbook can’t hold a character of a text; U+FFFD stands for it there.',
    '工作簿不能保存文字中的某个字符，已改为 U+FFFD。',
  ),
  output(
    'decimal-range',
    'warning',
    'A number has more digits than the column’s decimals in Parquet and DuckDB; null stands there.',
    '数字的位数超出 Parquet、DuckDB 列的小数类型，表中为空。',
  ),
  repair(
    'header-misread',
    '',
    'A column’s name that is one character off exactly one known name is that name.',
    '列名与唯一一个已知列名仅差一字，按该列名读取。',
  ),
  repair(
    'heading-joined',
    '',
    'A heading that wrapped or was cut by a page break is joined.',
    '合并换行或被分页截断的标题。',
  ),
  repair(
    'heading-completed',
    '',
    'A heading that was cut is completed; there is one way to.',
    '补全被截断的标题（仅一种可能）。',
  ),
  repair('cells-inferred', '', 'A row of a text without a grid was cut into cells.', '将没有表格线的文本分成单元格。'),
  repair('heading-moved', '', 'A level-2 heading stood in the level-1 column.', '二级指标位于一级指标列，已移正。'),
  repair('row-joined', '', 'A cell that a page break cut is joined.', '合并被分页截断的单元格。'),
  repair(
    'row-slid',
    '',
    'A row’s cells stood under other columns, or two of them in one cell.',
    '整行错列或两个单元格合为一格，已移正。',
  ),
  repair(
    'digit-lookalike',
    '',
    'A letter that looks like a digit was read as the digit; in a scan, a colon before two decimals as a point.',
    '将形似数字的字母读作数字；扫描件中，两位小数前的冒号读作小数点。',
  ),
  repair(
    'reading-chosen',
    '',
    'Of several readings of a scan, the one with which the form’s sums close, or the known word, was taken.',
    '在扫描件的多个识别结果中，采用使勾稽关系成立的结果或已知词语。',
  ),
  repair(
    'digit-repaired',
    '',
    'No reader read this number; it is the only one like what they read with which the form’s sums close.',
    '各次识别均未读出该数字；与识别结果相近且使勾稽关系成立的数字仅此一个。',
  ),
  reason('no-such-path', '', 'There is nothing at this path.', '该路径不存在。'),
  reason('unreadable', '', 'The file can’t be opened or read.', '文件无法打开或读取。'),
  reason('empty-file', '', 'The file holds nothing.', '文件为空。'),
  reason('file-too-large', '', 'The file is larger than a limit.', '文件超过大小上限。'),
  reason('too-many-pages', '', 'The file has more pages than a limit.', '文件页数超过上限。'),
  reason('page-too-large', '', 'Each page draws more than a limit.', '每一页的内容都超过上限。'),
  reason('unpacks-too-large', '', 'The file holds more than a limit once it is unpacked.', '文件解包后超过上限。'),
  reason(
    'program-missing',
    '',
    'A program or package that reads this kind of file is not installed: it says which.',
    '缺少读取该类文件的软件或组件，消息中已说明。',
  ),
  reason('unsupported-kind', '', 'The file is of a kind that is not read (yet): it says which.', '暂不支持该类文件。'),
  reason('not-text', '', 'The file is neither text nor a known kind.', '文件不是文本，也不是已知类型。'),
  reason('encrypted', '', 'The file is protected by a password.', '文件有密码保护。'),
  reason(
    'damaged',
    '',
    'The file is damaged or cut off, and nothing in it can be read.',
    '文件已损坏或不完整，无法读取。',
  ),
  reason('changed-while-read', '', 'The file changed while it was read.', '文件在读取过程中被修改。'),
  reason('timed-out', '', 'Reading it took longer than a limit.', '读取时间超过上限。'),
  reason('out-of-memory', '', 'Reading it took more memory than a limit.', '读取所用内存超过上限。'),
  reason(
    'crashed',
    '',
    'The process that read it ended by itself, each time that it was tried.',
    '读取该文件的进程每次都意外结束。',
  ),
  reason('no-form', '', 'No self-evaluation form was found.', '没有找到自评表。'),
  reason('set-aside-only', '', 'Only related forms were found; they are set aside.', '只有相关的其他表，已另列。'),
  reason(
    'same-content',
    '',
    'The same bytes were read from another input already.',
    '内容与已读取的另一输入完全相同。',
  ),
  reason('interrupted', '', 'The run was interrupted before this input was done.', '运行在处理完该输入前被中断。'),
  reason(
    'internal',
    '',
    'A defect of this program. Please report it with the file.',
    '程序自身的缺陷，请连同文件一起报告。',
  ),
];

export const CATALOGUE: readonly CatalogueEntry[] = ENTRIES;

/** A code of the catalogue: what a part of the program names must stand in it. Results of other versions may carry others. */
export type Code = (typeof ENTRIES)[number]['code'];
