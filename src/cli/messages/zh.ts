import type { Messages } from './language.js';

const count = (number: number) => number.toLocaleString('en');
const rate = (perSecond: number) => perSecond.toLocaleString('en', { maximumSignificantDigits: 2 });
const [MINUTE, HOUR] = [60, 3_600];
const time = (seconds: number) => {
  if (seconds < MINUTE) return `${seconds} 秒`;
  if (seconds < HOUR) return `${Math.round(seconds / MINUTE)} 分钟`;
  return `${Math.floor(seconds / HOUR)} 小时 ${Math.round((seconds % HOUR) / MINUTE)} 分钟`;
};

export const zh: Messages = {
  inLanguage: ({ zh }) => zh,
  help: {
    program: '把项目支出绩效自评表转换成 JSON 和 CSV。',
    usage: '用法：',
    arguments: '参数：',
    options: '选项：',
    globalOptions: '通用选项：',
    commands: '命令：',
    default: '默认：',
    choices: '可选：',
    showHelp: '显示帮助',
    helpCommand: '显示某个命令的帮助',
    version: '显示版本号',
    lang: '提示信息的语言：en 或 zh（默认按系统区域设置）',
    quiet: '只显示失败信息',
    extract: '读取自评表，写出记录和表格',
    paths:
      '文件、文件夹（含所有子文件夹）、通配符，或 - 表示标准输入。可读：PDF（带文字的或扫描件）、图片（TIFF、PNG、JPEG、WebP、GIF）、Markdown、HTML、纯文本、制表符分隔的文本',
    output: '存放结果的文件夹；与 --format jsonl 同用时，- 表示写到标准输出',
    format: '写出哪些结果，用逗号分隔',
    csv: 'spreadsheet：带 BOM，电子表格软件不会把文字当公式执行或改动；plain：均不处理',
    headers: '所有表格的列名：snake（project_name）或 zh（项目名称）；默认工作簿用 zh，其余用 snake；数据库总用 snake',
    perProject: '另外为每张自评表建一个文件夹，存放其表格',
    ocr: '如何识别图片：best：用两个识别程序；fast：只用一个，待核对的会更多；none：不识别',
    dpi: '未注明分辨率的图片按每英寸多少点读取（默认按图片大小推算）',
    dpiForm: '50 到 2400 的数',
    limit: '修改单个文件的上限，可重复使用。默认：',
    sheets: '输出一个文件中所有表格的原始单元格',
    file: '文件，或 - 表示标准输入',
    sheetFormat: 'json（单元格的位置、跨行跨列和坐标）、csv（逐表输出）或 html 网页',
    pages: '只输出 PDF 中这些页的表格，如 1-3,7',
    pagesForm: '页码和页码范围，如 1-3,7',
    sheetsOutput: '写入的文件；- 表示标准输出',
    draw: '画出一页，并标出读到的表格线、单元格和文字；扫描件标出各次识别',
    pdf: 'PDF、图片或 OFD 文件，或 - 表示标准输入',
    page: '页码，从 1 开始',
    wholeNumber: '从 1 开始的整数',
    drawOutput: '写入的图片（PNG）',
    scale: '每点（1/72 英寸）的像素数',
    scaleForm: '大于 0、不超过 10 的数',
    password: '受保护PDF的密码',
    jobs: '同时读取文件的进程数；0 表示在本进程中读取，没有任何防护',
    oneForEachCore: '每个处理器核心一个',
    jsonLog: '把运行中的一切以逐行 JSON 写到标准错误，不写其他内容',
    shard: '只读取输入的 n 份中的第 i 份，如 2/8；用 zipingbiao merge 合并结果',
    shardForm: 'i/n，其中 1 ≤ i ≤ n，如 2/8',
    merge: '合并几个输出文件夹的结果',
    resultFolders: '以前运行的输出文件夹，含 projects.jsonl 和 manifest.json',
    report: '由以前的输出文件夹生成 report.html：预算执行、得分、失分、待核问题',
    resultFolder: '以前运行的输出文件夹，含 projects.jsonl 和 manifest.json',
    reportOutput: '写入的文件（默认为该文件夹中的 report.html）',
    review: '在本机浏览器中对照原件复核待核之处、作出决定并签署',
    reviewFolder: '以前运行的输出文件夹，其中有 projects.jsonl',
    port: '网页所用端口',
    anyPort: '任一空闲端口',
    noOpen: '不打开浏览器',
    by: '记录决定时所用的姓名（系统用户名）',
    force: '全部重新读取，包括以前已读入该文件夹的内容',
    schema: '输出结果的 JSON Schema（draft 2020-12）',
    schemaFor: '哪一种结果',
    examples: [
      '示例：',
      '  zipingbiao extract forms/                        文件夹中的所有自评表，结果在 output/',
      '  zipingbiao extract a.md "2023/**/*.html" -o out  一个文件和一个通配符，结果在 out/',
      '  zipingbiao extract - --format jsonl -o - < a.md  作为过滤器：记录写到标准输出',
      '  zipingbiao extract forms/ --csv plain            供程序读取的表格',
      '  zipingbiao review output                         对照原件复核、决定、签署',
      '  zipingbiao sheets a.pdf --format html -o a.html  只要 PDF 中的表格',
      '  zipingbiao draw a.pdf --page 3 --output 3.png    查看第 3 页读到了什么',
      '  zipingbiao report output/                        由以前的结果生成可阅读、打印的报告',
      '  zipingbiao schema --for manifest                 运行清单的 JSON Schema',
      '',
      '退出码：0 没有失败，1 部分输入失败，2 用法错误，3 没有任何结果，130 被中断。',
    ].join('\n'),
  },
  usage: {
    error: '错误：',
    unknownOption: (option) => `没有选项 ${option}`,
    unknownCommand: (command) => `没有命令 ${command}`,
    missingArgument: '没有指定要读取的内容：请给出文件或文件夹，或用 - 表示标准输入',
    optionWantsValue: (option) => `选项 ${option} 需要一个值`,
    optionMissing: (option) => `必须给出选项 ${option}`,
    badValue: (option, value, choices) => `选项 ${option} 不能是 ${value}。可选：${choices}`,
    tooManyArguments: '参数过多',
    other: (message) => message,
    suggestion: (names) => `是否想用 ${names}？`,
    seeHelp: '用 zipingbiao --help 查看所有命令，用 zipingbiao <命令> --help 查看其选项。',
    noSuchPath: (paths) => `没有这个文件或文件夹，也没有匹配的文件：${paths.join('，')}\n请检查拼写；通配符请加引号。`,
    streamWantsJsonl: '--output - 把记录写到标准输出，须与 --format jsonl 同用，且不能用 --per-project',
    cannotWrite: (place, code) => `无法写入 ${place}${code === '' ? '' : `（${code}）`}。${writeAdvice(code)}`,
    folderInUse: (folder, pid, host) =>
      `${folder} 正被另一次运行使用（${host} 上的进程 ${pid}）。请等它结束，或用 --output 另选文件夹。`,
    noResults: (folder, what) =>
      `${folder} 中没有完整的运行结果（${what}）。请用 --format jsonl 重新运行 extract，写入该文件夹。`,
    outputIsInput: (path) => `--output ${path} 会覆盖正在读取的文件，请换一个名称。`,
    noPages: (name) => `${name}：这是文本，没有页码。请去掉 --pages。`,
    noSuchPage: (name, page, pages) => `${name}：没有第 ${page} 页，共 ${pages} 页。`,
    noTable: (name) => `${name}：没有找到表格。要查看 PDF 某页读到了什么，请用 zipingbiao draw`,
    notPdf: (name) => `${name}：不是 PDF，只能画 PDF 的页。要输出其中的表格，请用 zipingbiao sheets`,
    pageUnreadable: (name, page) => `${name}：第 ${page} 页已损坏，无法读取。请用 PDF 软件打开后另存。`,
    noCanvas: '画图需要软件包 @napi-rs/canvas，此处没有安装。安装命令：npm install @napi-rs/canvas',
    defect: (message) => `zipingbiao 内部错误：${message}`,
  },
  progress: (ended, inputs, pages, forms, findings, perSecond) =>
    `${count(ended)}/${count(inputs)} 个文件 · ${count(pages)} 页 · ${count(forms)} 张表 · ${count(findings)} 个问题 · 每秒 ${rate(perSecond)} 个文件`,
  left: (seconds) => `还需 ${time(seconds)}`,
  interrupting: '已中断：正在完成已开始读取的文件。再按一次立即停止，不写出任何结果。',
  review: {
    serving: (folder) => `请在以上地址复核 ${folder}，该地址仅本机可用。按 Ctrl-C 结束。`,
    written: (number, folder) => `${count(number)} 项决定已保存在 ${folder}，其记录和表格已更新。`,
  },
  decisionsUnreadable: (file, lines, numbers) =>
    `${file}：有 ${lines} 行无法读取，已略过（第 ${numbers} 行），其中的决定未采用。`,
  drawn: {
    counts: (tables, cells, rulings, glyphs) =>
      `表格 ${count(tables)} 个，单元格 ${count(cells)} 个，表格线 ${count(rulings)} 条，字符 ${count(glyphs)} 个`,
    readings: (tables, cells, readings) =>
      `表格 ${count(tables)} 个，单元格 ${count(cells)} 个，识别结果 ${count(readings)} 个`,
    withoutPicture: (reason) => `页面图像画不出来（${reason}），只在白底上画框。`,
    written: (file) => `已写入 ${file}`,
  },
  summary: {
    inputs: (inputs, done, failed, skipped) =>
      `${count(inputs)} 个文件：完成 ${count(done)}，失败 ${count(failed)}，跳过 ${count(skipped)}`,
    related: (forms) => `相关的其他表 ${count(forms)} 张，已按各自类型读取`,
    forms: (forms, indicators, setAside) =>
      `${count(forms)} 张自评表，${count(indicators)} 个指标${setAside === 0 ? '' : `；另列相关的其他表 ${count(setAside)} 张`}`,
    proved: (proved, numbers, percent) =>
      `表内打印的 ${count(numbers)} 个数字（金额、执行率、分值、得分）中，有 ${count(proved)} 个经勾稽关系证明（${percent}%）`,
    findings: (findings) => `${count(findings)} 个问题待核对：`,
    noFindings: '没有待核对的问题。',
    failed: '失败：',
    skipped: '跳过：',
    more: (number) => `……另有 ${count(number)} 个，全部列在 manifest.json 中`,
    results: (folder) => `结果在 ${folder}`,
    nothing: '没有读到任何自评表。',
    onlyManifest: (folder) => `仅将 manifest.json 写入 ${folder}，其中以前的结果保持不变。`,
    interrupted: '运行被中断，已完成的部分已写出；重新运行同一命令会接着进行。',
  },
};

function writeAdvice(code: string): string {
  if (code === 'NO_DUCKDB') return '写 DuckDB 文件需要另装软件包（70 MB）：npm install @duckdb/node-api';
  if (code === 'ENOSPC' || code === 'EDQUOT') return '磁盘已满：请腾出空间，或用 --output 另选文件夹。';
  if (code === 'EBUSY' || code === 'EPERM') return '如文件正被其他程序打开请先关闭，检查权限后再运行。';
  return '请检查该文件夹是否可写，或用 --output 另选文件夹。';
}
