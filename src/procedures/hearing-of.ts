import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { recusalSettledIn } from '#domain/case/gates/halting.ts'
import {
  deliveredInTime,
  type HearingLaw,
  hearingDayCome,
  hearingNoticeDelivered,
  noticeInTime,
} from '#domain/case/gates/hearing.ts'
import { RECUSALS, type Recusal } from '#domain/case/recused.ts'
import type { Basis, Clock, Condition, DocumentCode, Fact, Gate } from '#domain/procedure/definition.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

const officials = { per: 'case', disclosure: 'officials' } as const

const FACTS = {
  host: { title: '听证主持人', kind: 'people', ...officials, help: '不能是办理本案的人员' },
  clerk: { title: '书记员', kind: 'people', ...officials, optional: true },
  'hearing-on': { title: '听证日期', kind: 'date', ...officials },
  'hearing-at': { title: '听证时间', kind: 'text', ...officials, help: '例如“上午九时三十分”' },
  'hearing-place': { title: '听证地点', kind: 'text', ...officials },
  'is-open': {
    title: '公开举行',
    kind: 'yes-no',
    ...officials,
    help: '涉及国家秘密、商业秘密或者个人隐私的不公开',
  },
  attendance: {
    title: '到场的人',
    kind: 'table',
    per: 'case',
    disclosure: 'handlers',
    optional: true,
    help: '当事人、委托代理人、第三人、证人各一行；代理人写明代理权限。不填的，按当事人本人到场',
    columns: [
      { key: 'role', title: '身份', kind: 'text' },
      { key: 'name', title: '姓名', kind: 'text' },
      { key: 'position', title: '职务或者代理权限', kind: 'text', optional: true },
    ],
  },
  'hearing-sides': {
    title: '双方意见',
    kind: 'long-text',
    per: 'case',
    disclosure: 'handlers',
    optional: true,
    help: '调查人员和当事人各自的主要意见、证据和质证情况，写进听证报告书；不填的，报告书写“见听证笔录”',
  },
  'hearing-text': { title: '听证笔录', kind: 'long-text', per: 'case', disclosure: 'handlers', maxLength: 30_000 },
  'host-opinion': { title: '主持人意见', kind: 'long-text', ...officials },
  'given-up': { title: '终止的原因', kind: 'text', ...officials },
} as const satisfies Record<string, Fact>

type Law = HearingLaw & {
  readonly record: string
  /** In which the host tells those who decide what came of it, where that law has such a paper. */
  readonly report?: DocumentCode
  /** What tells those who would have been heard that it is over, where that law has such a paper. */
  readonly ending?: DocumentCode
  /** Where it is asked here, and not in the case itself, that the host stand aside: by which procedure. */
  readonly recusal?: Recusal
  /** What tells the public of it, and where it does. */
  readonly announcement: { readonly paper: DocumentCode; readonly onlyIf: Condition }
  /** Whom the host must not be, as a gate of that law. */
  readonly hosted: Gate
  readonly called: Basis
  readonly givenUp: Basis
  readonly heard: Basis
}

type Shape = {
  readonly code: string
  readonly version: string
  readonly validFrom: PlainDate
  readonly title: string
  readonly basis: Basis
  /** The words for who is heard. */
  readonly who: string
  readonly law: Law
  /** Within how long it is held, where that law says so. */
  readonly within?: Clock
}

function openRecusal(procedure: Recusal) {
  return {
    title: '主持人的回避申请',
    by: ['handler', 'clerk', 'unit-head', 'host', 'agency-head'],
    opens: procedure,
    basis: RECUSALS[procedure],
  } as const
}

function papersOfEnd({ ending }: Law) {
  return ending === undefined ? {} : ({ issues: [ending], opens: 'delivery' } as const)
}

/** A hearing under one law: called, held and put on record, or given up. */
export function hearingOf({ code, version, validFrom, title, basis, who, law, within }: Shape) {
  const settled = law.recusal ? [recusalSettledIn(law.recusal, RECUSALS[law.recusal])] : []
  const ended = papersOfEnd(law)
  return procedureOf({
    code,
    version,
    validFrom,
    title,
    basis,
    start: 'prepare',
    starts: within ? ['hold'] : [],
    facts: FACTS,
    clocks: (within ? { hold: within } : {}) as Record<'hold', Clock>,
    stages: {
      prepare: {
        title: '准备',
        actions: {
          call: {
            title: '发出听证通知书',
            by: 'handler',
            approval: ['agency-head'],
            asks: ['host', 'clerk', 'hearing-on', 'hearing-at', 'hearing-place', 'is-open'],
            gates: [law.hosted, noticeInTime(law)],
            issues: [law.notice, law.announcement.paper],
            issuesIf: { [law.announcement.paper]: law.announcement.onlyIf },
            opens: 'delivery',
            to: 'called',
            basis: law.called,
          },
          'give-up': {
            title: `${who}撤回，终止听证`,
            by: 'handler',
            asks: ['given-up'],
            ...(within ? { closes: ['hold'] } : {}),
            ...ended,
            to: 'given-up',
            basis: law.givenUp,
          },
        },
      },
      called: {
        title: '待举行',
        actions: {
          hold: {
            title: '记录听证',
            by: 'host',
            asks: ['attendance', 'hearing-text', 'hearing-sides', 'host-opinion'],
            gates: [hearingNoticeDelivered(law), deliveredInTime(law), hearingDayCome(law), ...settled],
            records: [{ scene: 'hearing', duty: 'as-needed' }],
            issues: law.report === undefined ? [law.record] : [law.record, law.report],
            ...(within ? { meets: ['hold'] } : {}),
            to: 'held',
            basis: law.heard,
          },
          'give-up': {
            title: '无故不到、中途退场或者撤回，终止听证',
            by: 'host',
            asks: ['given-up'],
            gates: [hearingNoticeDelivered(law), deliveredInTime(law)],
            ...(within ? { closes: ['hold'] } : {}),
            ...ended,
            to: 'given-up',
            basis: law.givenUp,
          },
          'call-again': { title: '改期', by: 'handler', to: 'prepare', basis: law.calling },
          ...(law.recusal && { 'open-host-recusal': openRecusal(law.recusal) }),
        },
      },
      held: { title: '已举行', ends: 'held', actions: {} },
      'given-up': { title: '终止', ends: 'given-up', actions: {} },
    },
  })
}
