import { measuresOf, type Profile } from './rule-profile.js';

/** Pixels. A rule that is longer says how dark the page's rules are. */
const LONG_PROFILE = 240;
/** A rule is at least so dark beside the page's faint rules. */
const FAINTEST = 0.3;
/** By the darkness of most rules: those of the page behind are paler than this. */
const SHINING_THROUGH = 0.35;
/** Pixels of paper at most between the dots of a dotted rule. */
export const GAP_OF_DOTS = 2;
/** The part of a dotted rule at least that lies between its dots; and the part of a page's rules that are dotted, exceeded where it has such. */
const BETWEEN_DOTS = 0.05;
const SOME = 0.1;
/** What lies between dots is lighter than this, by the rule's own darkness. */
const DARK_DOT = 0.5;

/** What the rules of a page have in common. */
export interface PageRules {
  /** How dark a rule is at least, of 255. */
  readonly faintest: number;
  /** True where some are dotted. */
  readonly areDotted: boolean;
}

/**
 * From the rules that are long and stand free beyond doubt. `least` is how dark any rule is at least. `paper` is how dark it is what shines
 * through from the page behind: where most rules are darker, the others are that page's.
 */
export function pageRulesOf(profiles: readonly Profile[], least: number, paper: number): PageRules {
  const sure = profiles
    .filter(({ on }) => on.length > LONG_PROFILE)
    .map((profile) => ({ ...measuresOf(profile, 0, profile.on.length, least), profile }))
    .filter(({ covered, free, freeBeside }) => covered >= 0.9 && free >= 0.9 && freeBeside >= 0.7)
    .sort((a, b) => a.median - b.median);
  const own = sure.filter(({ median }) => median >= SHINING_THROUGH * (sure[sure.length >> 1]?.median ?? 0));
  const dotted = own.filter(({ profile, median }) => isDotted(profile, DARK_DOT * median));
  const darker = sure.filter(({ median }) => median > paper);
  return {
    faintest: Math.max(
      darker.length > sure.length / 2 ? paper : 0,
      least,
      FAINTEST * (own[Math.floor(own.length / 10)]?.median ?? 0),
    ),
    areDotted: dotted.length > SOME * own.length,
  };
}

/** True where much of a rule is as short gaps as lie between dots. */
function isDotted({ sharp }: Profile, dark: number): boolean {
  let [between, gap] = [0, 0];
  for (const value of sharp) {
    if (value < dark) gap += 1;
    else {
      if (gap <= GAP_OF_DOTS) between += gap;
      gap = 0;
    }
  }
  return between >= BETWEEN_DOTS * sharp.length;
}
