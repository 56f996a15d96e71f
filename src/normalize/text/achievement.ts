import { proseOf } from './canonical.js';

const ACHIEVEMENT =
  /^(?:达成(?:年度|预期)?(?:指标|目标)|部分达成(?:年度|预期)?(?:指标|目标)并具有一定效果|未达成(?:年度|预期)?(?:指标|目标)且效果较差)$/;

/** One of the words for how far a target was met, as the central form has them. */
export const isAchievement = (text: string): boolean => ACHIEVEMENT.test(proseOf(text));
