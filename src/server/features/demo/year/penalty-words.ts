import { addDays } from '#domain/calendar/plain-date.ts'
import { NO_MITIGATION } from '#domain/discretion/mitigation.ts'
import type { Known } from './known-facts.ts'
import { rowsOfPlan } from './paid-words.ts'
import { decidedAs } from './write-facts.ts'

type Says = Readonly<Record<string, Known>>

const words =
  (text: string): Known =>
  () =>
    text
const share =
  (of: number): Known =>
  ({ mood }) =>
    String(Math.round(Number(mood.amount) * of))
const yes: Known = () => true
const no: Known = () => false

/** The party lets the days pass. */
export const SAID_NOTHING: Says = {
  heard: words('当事人在规定的期限内没有提出陈述、申辩，也没有要求听证。'),
  'decision-reasons': words('违法事实清楚，证据确凿；当事人没有提出陈述、申辩，裁量适当。'),
}

export const SAID_IN_WRITING: Says = {
  'waives-statement': no,
  'statement-way': words('书面'),
  statement: words('当事人书面陈述：初次经营，不了解规定，经营困难，请求减少罚款。'),
  heard: words('当事人不了解规定，不是法定的从轻、减轻情形；拟罚款已在法定幅度的下限附近，不予采纳。'),
  'decision-reasons': words('违法事实清楚，证据确凿；当事人的陈述意见经复核不予采纳，裁量适当。'),
}

export const SAID_ALOUD: Says = {
  'waives-statement': no,
  'statement-way': words('口头'),
  'statement-at': ({ env }) => new Date(Date.parse(env.now) - 30 * 60_000).toISOString(),
  'statement-place': words('本局询问室'),
  statement: words('当事人口头陈述：案发后已经全部整改，并向顾客退款，请求从轻处罚。'),
  heard: words('经核实，当事人主动消除违法行为危害后果，有整改照片在卷（证据 1），意见成立，予以采纳。'),
  'decision-reasons': words('违法事实清楚，证据确凿；当事人主动消除违法行为危害后果，采纳其陈述意见，减少罚款。'),
}

/** What was heard leads to less than was notified. */
export const LIGHTER: Says = {
  'final-fine': ({ run, violation }) => {
    const fen = Number(run?.facts.violation[violation ?? '']?.fine ?? 0)
    return fen === 0 ? undefined : String(Math.round((fen * 0.8) / 100))
  },
  mitigation: words('主动消除或者减轻违法行为危害后果'),
  'mitigation-reason': words('当事人案发后主动消除违法行为危害后果，有整改照片在卷（证据 1）。'),
}

export const MITIGATED: Says = {
  mitigation: words('主动消除或者减轻违法行为危害后果'),
  'mitigation-reason': words('当事人在立案前已经自行停止并向顾客退款，有退款记录在卷（证据 1）。'),
  tier: words('当事人主动消除违法行为危害后果，在法定幅度以下减轻处罚。'),
  fine: share(0.5),
  'decision-reasons': words('违法事实清楚，证据确凿；当事人主动消除违法行为危害后果，依法减轻处罚。'),
}

export const AGGRAVATED: Says = {
  mitigation: words(NO_MITIGATION),
  tier: words('当事人经责令改正仍然继续，适用较重档次。'),
  fine: share(1.6),
  'decision-reasons': words('违法事实清楚，证据确凿；当事人经责令改正仍然继续，在法定幅度内从重处罚。'),
}

/** No fine alone: what opens a hearing whatever the sum. */
export const HEAVY: Says = {
  'is-heavy': yes,
  'other-sanction': words('责令停产停业三日'),
}

export const ASKED_FOR_HEARING: Says = {
  'waives-hearing': no,
  'waiver-medium': () => undefined,
  'hearing-asked-on': ({ env }) => env.today,
  'hearing-request': words('认为责令停产停业过重，要求举行听证。'),
  'hearing-text': words(
    '主持人宣布听证纪律，核对到场的人。\n调查人员提出违法事实、证据和处罚建议。\n当事人申辩：已经整改，停业影响职工生活。\n双方质证、辩论，当事人最后陈述：请求从轻。',
  ),
  'host-opinion': words('违法事实清楚；当事人已经整改，建议适当减少罚款。'),
  'given-up': words('当事人书面撤回听证申请。'),
}

export const GAINS: Says = {
  gains: words('860'),
  'value-base': words('8000'),
  'decision-reasons': words('违法事实清楚，证据确凿；违法所得有账册为证，依法没收，并处罚款。'),
}

/** What was seized is taken away with the decision, and destroyed in front of somebody. */
export const CONFISCATED: Says = {
  goods: ({ plot: { things } }) => things.map(({ name, quantity, unit }) => `${name} ${quantity}${unit}`).join('、'),
  'goods-value': words('360'),
  disposal: (writing) => decidedAs(writing, '没收'),
  witness: ({ procedure }) => (procedure.code === 'custody' ? '冯见证（虚构），社区工作人员' : undefined),
  'destruction-method': words('集中填埋'),
  'extension-reason': words('涉案物品的来源还要核实，情况复杂。'),
}

export const SPLIT: Says = {
  'split-off': ({ state, violation }) => (state?.violations.at(-1)?.id === violation ? true : undefined),
  'split-name': ({ state, plot }) => `${state?.parties[0]?.name ?? ''}${plot.second?.cause ?? ''}案`,
  'split-reason': words('两项违法行为没有牵连，证据各自独立，分开查处更及时。'),
}

export const TRANSFERRED: Says = {
  'crime-reason': words('涉案金额可能达到刑事追诉标准，涉嫌犯罪。'),
  charge: words('涉嫌生产、销售伪劣产品罪'),
  'police-reply': words('经审查，决定立案侦查。'),
}

export const REFUSED_BY_POLICE: Says = {
  ...TRANSFERRED,
  'police-reply': words('经审查，没有达到刑事追诉标准，不予立案。'),
  'acceptance-reason': words('公安机关的理由成立，恢复行政处理。'),
}

export const EXTENDED: Says = {
  'extension-reason': words('涉案商品的供货人在外省，协查函还没有回复，案情复杂。'),
}

export const SUSPENDED: Says = {
  'halt-ground': words('须以尚未审结的案件或者尚未作出的决定为依据'),
  'halt-reason': words('经营场所的权属争议正在法院审理，本案须以判决为依据。'),
  'resume-reason': words('判决已经生效，中止的原因消除。'),
}

export const TESTED: Says = {
  'test-kind': words('检验'),
  tester: words('南屏市检验检测中心（虚构）'),
  'test-until': ({ env }) => addDays(env.today, 10),
  conclusion: words('送检样品的检验项目不符合标准。'),
  retest: words('当事人可以在收到结果之日起七个工作日内申请复检'),
}

export const PLANNED: Says = {
  'instalment-request': ({ env }) => `${env.today} 书面申请：经营困难，请求分三期缴纳。`,
  instalments: rowsOfPlan,
}

export const ASKED_ASIDE: Says = {
  applicant: ({ state }) => state?.parties[0]?.name,
  recused: ({ state }) => state?.handlers.slice(0, 1),
  'recusal-reason': words('当事人认为承办人员与相邻经营者相识，可能影响公正。'),
  'verdict-words': words('驳回回避申请'),
  'verdict-reason': words('经核实，承办人员与相邻经营者没有利害关系，不影响公正执法。'),
}
