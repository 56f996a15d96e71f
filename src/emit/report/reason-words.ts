import type { Both } from './html.js';

/** What a reason for lost points speaks of. */
export interface ReasonKind {
  readonly words: Both;
  readonly told: RegExp | null;
}

/** In this order: the first kind whose words stand in the reason. Written after the reasons in published forms; free prose all of them. */
export const REASON_KINDS: readonly ReasonKind[] = [
  {
    words: { zh: '疫情、天气等外部影响', en: 'Epidemic, weather and the like' },
    told: /疫情|新冠|天气|暴雨|台风|洪|自然灾害|不可抗/,
  },
  {
    words: { zh: '招标、采购、合同', en: 'Tender, procurement, contract' },
    told: /招标|投标|中标|采购|合同|流标|询价/,
  },
  {
    words: { zh: '资金、预算、支付', en: 'Money, budget, payment' },
    told: /资金|预算|经费|拨付|支付|结算|尾款|报销|结余|节约|财政|执行率/,
  },
  {
    words: { zh: '进度延后', en: 'Behind schedule' },
    told: /进度|延期|延迟|推迟|滞后|工期|未完工|跨年|下一?年|尚未|未及时|逾期|审批/,
  },
  {
    words: { zh: '需求或数量变化', en: 'Demand or number changed' },
    told: /需求|人数|数量|减少|取消|变更|调整|申请|不足|名额|计划/,
  },
  {
    words: { zh: '满意度、宣传、管理', en: 'Satisfaction, publicity, management' },
    told: /满意|宣传|管理|服务|沟通|培训|制度|机制|人员|质量/,
  },
  { words: { zh: '其他原因', en: 'Other reasons' }, told: /[\p{L}\p{N}]/u },
  { words: { zh: '未说明原因', en: 'No reason given' }, told: null },
];

/** The kind of a reason as a place in {@link REASON_KINDS}. */
export function reasonKind(reason: string): number {
  const index = REASON_KINDS.findIndex(({ told }) => told?.test(reason) ?? false);
  return index < 0 ? REASON_KINDS.length - 1 : index;
}
