/** A scan of a printed fixture that is kept, and why. */
export interface KeptScan {
  /** The PDF below `fixtures/pdf/`, without its suffix. */
  readonly pdf: string;
  readonly condition: string;
  readonly why: string;
}

export const KEPT_SCANS: readonly KeptScan[] = [
  {
    pdf: '01-central-leading.chromium-zenhei-portrait',
    condition: '300-fax',
    why: 'black and white, CCITT Group 4 in strips, askew',
  },
  {
    pdf: '01-central-leading.libreoffice-uming-landscape-vertical',
    condition: '200-faded',
    why: 'pale ink, broken rules; headings in vertical writing',
  },
  {
    pdf: '02-central-costs.chromium-microhei-portrait-cut',
    condition: '200-searchable',
    why: 'an OCR layer whose digits are not to be trusted; a page break inside rows',
  },
  { pdf: '03-shanghai.libreoffice-ukai-portrait', condition: '200-jpeg60', why: 'strong compression, two forms' },
  { pdf: '04-sichuan.chromium-zenhei-landscape', condition: '300-jbig2', why: 'JBIG2, eleven columns' },
  {
    pdf: '06-hubei.libreoffice-microhei-portrait',
    condition: '150-low-contrast',
    why: 'few pixels, grey ink on a grey ground',
  },
  { pdf: '07-weight-first.libreoffice-uming-landscape-kept', condition: '200-turned-270', why: 'laid on its side' },
  { pdf: '09-yuan.chromium-zenhei-portrait-kept', condition: '300-tiff', why: 'a TIFF of two pages' },
  {
    pdf: '16-two-row-header.libreoffice-noto-landscape',
    condition: '200-photographed',
    why: 'a photo: perspective, a lamp, a dark table',
  },
  { pdf: '17-vertical.chromium-ukai-landscape-vertical', condition: '200-seal', why: 'a red seal over cells' },
  {
    pdf: '18-odd-signs.chromium-microhei-landscape',
    condition: '200-jpeg',
    why: 'a JPEG that says in EXIF how it was held',
  },
  { pdf: '18-odd-signs.chromium-microhei-landscape', condition: '300-jpeg2000', why: 'JPEG 2000 at full size' },
  {
    pdf: '75-header-tree.chromium-zenhei-landscape',
    condition: '300-jbig2',
    why: 'a header of two rows over all columns',
  },
  { pdf: '76-funds-tree.chromium-microhei-portrait', condition: '300-fax', why: 'a header of two rows over the funds' },
  { pdf: '77-header-letters.chromium-uming-portrait', condition: '300-tiff', why: 'letters in the heads' },
  { pdf: '78-rule-column.chromium-zenhei-landscape', condition: '300-fax', why: 'a column of rules' },
  { pdf: '79-header-cut.chromium-zenhei-landscape', condition: '300-jbig2', why: 'a page break inside a header' },
  { pdf: '80-funds-header-cut.chromium-ukai-portrait', condition: '300-fax', why: 'the same in the funds' },
  {
    pdf: '81-header-tree-rules.chromium-microhei-landscape',
    condition: '300-fax',
    why: 'two header rows, letters and rules at once',
  },
  { pdf: '82-funds-tree-short.chromium-zenhei-portrait', condition: '300-jbig2', why: 'the funds’ header again' },
];

/** Its file’s name up to the format: the fixture, the condition. */
export const scanName = ({ pdf, condition }: Pick<KeptScan, 'pdf' | 'condition'>): string =>
  `${pdf.split('.')[0] ?? pdf}.${condition}`;
