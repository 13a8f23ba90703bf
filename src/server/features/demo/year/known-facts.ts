import { addDays } from '#domain/calendar/plain-date.ts'
import type { CaseState } from '#domain/case/state.ts'
import { isPaidOut, paidNow } from './paid-words.ts'
import type { Writing } from './write-facts.ts'
import { termOf } from './year-licences.ts'

export type Known = (writing: Writing) => unknown

const leftOut: Known = () => undefined
const no: Known = () => false
const words =
  (text: string): Known =>
  () =>
    text

const APPLICATION = '申请书\n主体资格证明\n场所平面图'
const TO_THE_POLICE = '案件情况的调查报告\n涉案物品清单\n检验报告或者鉴定意见\n其他有关涉嫌犯罪的材料'

/** What an official writes that the kind of a fact cannot tell; everything else is written by its kind. */
export const KNOWN: Readonly<Record<string, Known>> = {
  'is-complicated': no,
  'needs-verification': no,
  'affects-others': no,
  'is-major': no,
  'is-complex': no,
  'other-review-ground': no,
  'is-heavy': no,
  'endangers-life-or-finance': no,
  'public-interest': ({ plot }) => plot.needsReview,
  'certificate-shown': () => true,
  'waives-statement': () => true,
  'waives-hearing': () => true,
  'waiver-medium': words('书面'),
  'is-performed': isPaidOut,
  proposal: ({ plot }) => plot.proposal,
  source: words('行政检查'),
  clue: ({ plot }) => plot.found,
  place: ({ state, plot }) => state?.parties[0]?.address ?? plot.place,
  'filing-reason': ({ plot }) => `${plot.found}，涉嫌违法，应当依法查处。`,
  'act-ended-on': ({ state, env }) => state?.openedOn ?? env.today,
  'found-on': ({ env }) => env.today,
  'inquiry-place': words('本局询问室'),
  'inquired-person': ({ state }) => representativeOf(state),
  'inquiry-text': ({ plot }) =>
    `问：我们是执法人员，这是执法证件。你有权申请回避，有权陈述、申辩。听清楚了吗？\n答：听清楚了，不申请回避。\n问：${plot.found}，是否属实？\n答：属实。\n问：还有什么需要说明的？\n答：愿意改正。`,
  'scene-place': ({ state, plot }) => state?.parties[0]?.address ?? plot.place,
  'scene-text': ({ plot }) => `现场检查时，${plot.found}，执法人员当场拍照并制作笔录。`,
  'facts-found': ({ plot }) => `${plot.found}，有询问笔录和现场照片在卷（证据 1）。`,
  'proposal-reason': words('事实清楚，证据充分，程序合法。'),
  tier: words('危害后果较轻，当场改正，适用较轻档次。'),
  fine: ({ mood }) => mood.amount,
  gains: leftOut,
  criticism: leftOut,
  goods: leftOut,
  'goods-value': leftOut,
  'other-sanction': leftOut,
  'final-fine': leftOut,
  'final-gains': leftOut,
  'value-base': ({ mood }) => (mood.isFull ? '8000' : undefined),
  mitigation: leftOut,
  'mitigation-reason': leftOut,
  statement: leftOut,
  'statement-way': leftOut,
  'statement-at': leftOut,
  'statement-place': leftOut,
  'inquired-people': leftOut,
  attendance: leftOut,
  observers: leftOut,
  'scene-lead': ({ state }) => representativeOf(state),
  'scene-lead-post': leftOut,
  'scene-lead-phone': leftOut,
  'scene-weather': words('晴'),
  'hearing-request': leftOut,
  'waived-surcharge': leftOut,
  heard: words('当事人书面放弃陈述、申辩。'),
  'decision-reasons': words('违法事实清楚，证据确凿；当事人及时改正，裁量适当。'),
  correction: words('立即改正违法行为'),
  'closure-note': words('决定已经履行完毕，报请结案。'),
  retention: ({ fact }) => fact.choices?.at(-1),
  paid: paidNow,
  'paid-on': ({ env }) => env.today,
  'receipt-number': ({ state }) => `DEMO-${state?.seq ?? 1}`,
  'collection-ground': ({ fact }) => fact.choices?.[0],
  'received-by': ({ state }) => representativeOf(state),
  'received-on': ({ env }) => env.today,
  'delivery-place': words('当事人住所'),
  host: ({ ids }) => ids('host').slice(0, 1),
  attendees: ({ ids }) => ids('panel'),
  'planned-on': ({ env }) => addDays(env.today, 10),
  'hearing-on': ({ env }) => addDays(env.today, 21),
  'hearing-at': words('9:30'),
  'hearing-place': words('本局听证室'),
  'hearing-asked-on': leftOut,
  'refused-hearing-asked-on': leftOut,
  'split-off': leftOut,
  'split-evidence': leftOut,
  'merge-reason': words('同一当事人在同一场所的同类违法行为，一并查处更便于查明事实。'),
  'urging-until': ({ env }) => addDays(env.today, 14),
  'urging-way': words('到决定书载明的银行缴纳'),
  'urging-statement': leftOut,
  'urging-heard': leftOut,
  court: words('南屏市青石区人民法院'),
  device: words('JK-虚构-01'),
  'receipt-signed-by': words('值班民警（虚构）'),
  police: words('南屏市青石区公安分局'),
  // As it was reviewed.
  'use-until': ({ env, run }) => run?.facts.case['use-until'] ?? addDays(env.today, 30),
  'valid-until': ({ state, env, run }) => run?.facts.case['valid-until'] ?? termOf(state?.id ?? '', env.today),
  item: ({ plot, licence }) => licence?.item ?? plot.subject,
  application: ({ plot }) => `申请${plot.subject}。`,
  materials: ({ procedure }) => (procedure.code === 'transfer' ? TO_THE_POLICE : APPLICATION),
  checkers: ({ state }) => state?.handlers,
  finding: words('经审查材料并现场核查，符合规定的条件。'),
  conditions: ({ plot }) => plot.subject,
  'licence-number': ({ state, licence }) => licence?.number ?? `DEMO-${(state?.id ?? '').slice(-8)}`,
  // What was withdrawn or revoked is cancelled for that, not because its time has run out.
  ground: ({ fact: { choices }, licence }) =>
    choices?.find((words) => licence?.endedHow && words.includes('撤回')) ?? choices?.[0],
  'licence-ends-on': ({ licence }) => licence?.validUntil ?? undefined,
  'defence-materials': words('作出决定的证据一份\n所依据的规范性文件一份'),
}

function representativeOf(state: Pick<CaseState, 'parties'> | undefined): string {
  const [party] = state?.parties ?? []
  return party?.legalRepresentative || party?.name || '当事人'
}
