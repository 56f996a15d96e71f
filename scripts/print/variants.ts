/** Fonts that are free to install, by the name that files carry; `family` is fontconfig's, `needs` the Debian package. */
export const FONTS = {
  zenhei: { family: 'WenQuanYi Zen Hei', needs: 'fonts-wqy-zenhei' },
  microhei: { family: 'WenQuanYi Micro Hei', needs: 'fonts-wqy-microhei' },
  uming: { family: 'AR PL UMing CN', needs: 'fonts-arphic-uming' },
  ukai: { family: 'AR PL UKai CN', needs: 'fonts-arphic-ukai' },
  noto: { family: 'Noto Serif CJK SC', needs: 'fonts-noto-cjk' },
} as const;
export type FontName = keyof typeof FONTS;
export const FONT_NAMES = Object.keys(FONTS) as readonly FontName[];

/** What a form is printed on. Millimetres. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  /** True where a page may break inside a row. */
  readonly cutsRows: boolean;
  /** Section headings in vertical writing. */
  readonly vertical?: boolean;
  /** Numbers run over the edge of a column that is too narrow for them, as browsers print them; else they wrap, as in word processors. */
  readonly spills?: boolean;
}

/**
 * A4 both ways; then pages so short that every form breaks, inside rows and only between them; vertical writing; columns too narrow
 * for their numbers.
 */
export const PAPERS = {
  portrait: { width: 210, height: 297, cutsRows: true },
  landscape: { width: 297, height: 210, cutsRows: true },
  'portrait-cut': { width: 170, height: 180, cutsRows: true },
  'portrait-kept': { width: 170, height: 180, cutsRows: false },
  'narrow-cut': { width: 130, height: 140, cutsRows: true },
  'landscape-cut': { width: 297, height: 120, cutsRows: true },
  'landscape-kept': { width: 297, height: 120, cutsRows: false },
  'landscape-vertical': { width: 297, height: 210, cutsRows: false, vertical: true },
  'portrait-spill': { width: 150, height: 297, cutsRows: true, spills: true },
} as const satisfies Readonly<Record<string, Paper>>;
export type PaperName = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[];

export const RENDERER_NAMES = ['chromium', 'libreoffice'] as const;
export type RendererName = (typeof RENDERER_NAMES)[number];

/** One printing of a fixture. */
export interface Variant {
  readonly fixture: string;
  readonly renderer: RendererName;
  readonly font: FontName;
  readonly paper: PaperName;
}

/** `<fixture>.<renderer>-<font>-<paper>`: the name of the PDF without `.pdf`. */
export const variantName = ({ fixture, renderer, font, paper }: Variant): string =>
  `${fixture}.${renderer}-${font}-${paper}`;

/** The variant that a name says. Throws where it says none. */
export function variantNamed(name: string): Variant {
  const [, fixture, rendererText, fontText, paperText] = /^([^.]+)\.([a-z]+)-([a-z]+)-(.+)$/u.exec(name) ?? [];
  const renderer = RENDERER_NAMES.find((known) => known === rendererText);
  const font = FONT_NAMES.find((known) => known === fontText);
  const paper = PAPER_NAMES.find((known) => known === paperText);
  if (fixture === undefined || !renderer || !font || !paper) {
    throw new Error(`${name} names no printing: it is written <fixture>.<renderer>-<font>-<paper>.`);
  }
  return { fixture, renderer, font, paper };
}

/** Writer never lets text run over a cell's edge. */
const isPossible = ({ renderer, paper }: Variant) => renderer === 'chromium' || !('spills' in PAPERS[paper]);

/** Each fixture from both renderers on every paper; the fonts take turns. */
export const everyVariant = (fixtures: readonly string[]): Variant[] =>
  fixtures.flatMap((fixture, nth) =>
    RENDERER_NAMES.flatMap((renderer, which) =>
      PAPER_NAMES.map((paper, place) => {
        const font = FONT_NAMES[(nth + 2 * which + place) % FONT_NAMES.length] ?? 'zenhei';
        return { fixture, renderer, font, paper };
      }),
    ).filter(isPossible),
  );
