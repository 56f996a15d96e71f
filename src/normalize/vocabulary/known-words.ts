import { proseOf } from '../text/canonical.js';
import { AMONG, fundsRow } from './funds-labels.js';
import { headingKey, isKnownHeading } from './headings.js';
import { labelOf } from './label.js';
import { isAchievement } from '../text/achievement.js';
import { withoutBlanks } from '../text/white-space.js';
import { GRADES } from './words.js';

const LEAF = /^(?:indicators\[\d+\]\.(level1|level2|target|actual)|funds\[\d+\]\.(label)|(grade))$/;

/** True where a leaf of a record holds one of the words that such a leaf usually holds: a heading, a funds row, a grade, 达成指标. */
export function isKnownWord(path: string, text: string): boolean {
  const [, ofIndicator, ofFunds, ofForm] = LEAF.exec(path) ?? [];
  switch (ofIndicator ?? ofFunds ?? ofForm) {
    case 'level1':
      return isKnownHeading(1, headingKey(text));
    case 'level2':
      return isKnownHeading(2, headingKey(text));
    case 'label':
      return fundsRow(labelOf(text).key.replace(AMONG, '')) !== null;
    case 'grade':
      return GRADES.test(withoutBlanks(proseOf(text)));
    case 'target':
    case 'actual':
      return isAchievement(text);
    default:
      return false;
  }
}
