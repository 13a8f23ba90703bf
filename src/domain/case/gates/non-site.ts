import { officeDateOf } from '../../calendar/due-at.ts'
import { approvalOn, MONITORING_BASIS } from '../../monitoring/device-approval.ts'
import type { Gate } from '../../procedure/definition.ts'
import type { Evidence } from '../state.ts'
import { type CaseView, isDelivered, partyFactOf, textOf } from '../view.ts'

const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000)

function isOfDevice(view: CaseView, { monitored }: Evidence): boolean {
  return monitored !== undefined && monitored.device === textOf(view, 'device')
}

/** The record that the case is about: of that device, of that minute, reviewed and passed. */
function isTheRecord(view: CaseView, item: Evidence): boolean {
  const { capturedAt = '' } = item.monitored ?? {}
  return isOfDevice(view, item) && minuteOf(capturedAt) === minuteOf(textOf(view, 'captured-at'))
}

/** Only what a person has passed gets into the evidence at all; without the record itself there is nothing to tell. */
export const recordInEvidence: Gate = {
  id: 'record-in-evidence',
  basis: MONITORING_BASIS.record,
  refuse: (view) =>
    view.state.evidence.some((item) => isTheRecord(view, item))
      ? undefined
      : `证据里还没有设备 ${textOf(view, 'device')} 在所填时间的、审核通过的监控记录；未经审核的记录不得作为证据，先审核，再加入`,
}

/** A file that no monitoring device is known to have made, or another one, is no record of this device. */
export const recordReviewed: Gate = {
  id: 'record-reviewed',
  basis: MONITORING_BASIS.record,
  judgesInput: true,
  field: 'evidence',
  refuse: (view) => {
    const other = view.addedEvidence.find((item) => !isOfDevice(view, item))
    return (
      other &&
      `“${other.title}”不是设备 ${textOf(view, 'device')} 审核通过的监控记录；先把记录存入“音像”，在“非现场”里审核通过，再加入`
    )
  },
}

/** The device is one of the register, examined and with its place made public on the day of the record. */
export const deviceApproved: Gate = {
  id: 'device-approved',
  basis: MONITORING_BASIS.device,
  judgesInput: true,
  field: 'device',
  refuse: (view) => {
    const code = textOf(view, 'device')
    const monitor = monitorOf(view)
    const day = officeDateOf(textOf(view, 'captured-at'))
    if (!monitor) return `本机关的设备登记里没有编号“${code}”的监控设备，请从登记的监控设备里选`
    if (monitor.untilOn !== null && monitor.untilOn < day) return `设备 ${code} 自 ${monitor.untilOn} 起停用`
    return approvalOn(monitor.approvals, day)
      ? undefined
      : `设备 ${code} 在 ${day} 没有经过法制审核和技术审核，或者设置地点没有公布`
  },
}

/** It recorded where everybody could know that it stands. */
export const placePublished: Gate = {
  id: 'place-published',
  basis: MONITORING_BASIS.device,
  judgesInput: true,
  field: 'place',
  refuse: (view) => {
    const approval = approvalOn(monitorOf(view)?.approvals ?? [], officeDateOf(textOf(view, 'captured-at')))
    return approval && approval.place !== textOf(view, 'place')
      ? `设备 ${textOf(view, 'device')} 当天公布的设置地点是“${approval.place}”，请按公布的地点填写`
      : undefined
  },
}

function monitorOf({ env, run }: CaseView) {
  return env.monitors?.find(({ code }) => code === run.facts.case.device)
}

/** A record lies in the past. */
export const capturedBefore: Gate = {
  id: 'captured-before',
  basis: MONITORING_BASIS.record,
  judgesInput: true,
  field: 'captured-at',
  refuse: (view) =>
    Date.parse(textOf(view, 'captured-at')) <= Date.parse(view.env.now) ? undefined : '记录的时间不能晚于现在',
}

/** The party knows the facts and where to look before anybody punishes (处罚法第四十一条第三款). */
export const factsTold: Gate = {
  id: 'facts-told',
  basis: '《行政处罚法》第四十一条第三款',
  refuse: (view) => (isDelivered(view, 'non-site-notice') ? undefined : '违法事实还没有告知全部当事人'),
}

/** What the party says is answered (处罚法第四十一条第三款、第四十五条). */
export const statementReviewed: Gate = {
  id: 'statement-reviewed',
  basis: '《行政处罚法》第四十一条第三款、第四十五条',
  refuse: (view) => {
    const said = (party: string, name: string) => String(partyFactOf(view, party, name) ?? '').trim() !== ''
    const open = view.state.parties.find(({ id }) => said(id, 'statement') && !said(id, 'heard'))
    return open && `${open.name}作了陈述、申辩，请写明复核意见`
  },
}
