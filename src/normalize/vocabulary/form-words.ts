import { plainCharacters } from '../text/characters.js';
import { withoutBlanks } from '../text/white-space.js';

/**
 * Words that stand on the pages of a form and hardly anywhere else: in its title, beside its fields, in its headers, in the headings of
 * its indicators. Each is short, as narrow cells wrap longer ones; a page of a form has many of them.
 */
const FORM_WORDS =
  /(?:项目|专项|资金|政策|支付|任务|部门)名|绩效[^。，；：]{0,16}表|自评[价分表得结]|评价表|整体支出|整体绩效|指标|分值|得分|权重|满分|总分|评分|满意度|实施单位|年度资金|资金总额|全年预算|全年执行|执行率|预算执行数|(?:年度|总体|预期|绩效)目标|实际完成|完成情况|偏差|改进措施/u;

/** True where a page's text may be a part of a form, of whatever kind; the order of the characters is that in which they are drawn. */
export const mayBeOfForm = (text: string): boolean => FORM_WORDS.test(withoutBlanks(plainCharacters(text)));
