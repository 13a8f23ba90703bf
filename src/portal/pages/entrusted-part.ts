import { ENTRUSTMENT_STATES, type EntrustmentState, stateOfEntrustment } from '#domain/agency/entrustment.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { day } from '../format-day.ts'
import { type Content, type Html, html } from '../html.ts'
import type { PublicEntrustment } from '../published-queries.ts'

/** Whom an agency has entrusted, each with what its letter says (行政处罚法第二十条第二款): what, how far, until when. */
export function entrusted(entrustments: readonly PublicEntrustment[], today: string): Html {
  return html`<details class="entrusted"><summary>${countOf(entrustments, today)}</summary>
<p class="hint">受委托的组织在委托范围内以委托机关的名义实施行政处罚，后果由委托机关承担；不得再委托（《行政处罚法》第二十条），不得采取行政强制措施（《行政强制法》第十七条第一款）。</p>
<ul>${entrustments.map((one) => entrustment(one, today))}</ul></details>`
}

function countOf(entrustments: readonly PublicEntrustment[], today: string): string {
  const holding = entrustments.filter((one) => ['running', 'coming'].includes(standingOf(one, today))).length
  const others = entrustments.length - holding
  if (holding === 0) return `以前委托过 ${others} 个组织`
  return `委托了 ${holding} 个组织${others > 0 ? `（另有 ${others} 份委托已经期满或者终止）` : ''}`
}

function entrustment(one: PublicEntrustment, today: string): Html {
  return html`<li><h3>${one.organisation}</h3><p>${stateOf(one, today)}</p><dl>${[
    row(
      '委托事项',
      one.items.map((item, nth) => [nth > 0 && html`<br>`, item]),
    ),
    row('权限', one.powers),
    row('期限', [day(one.fromOn), '至', day(one.untilOn)]),
    row('依据', one.basis),
    row('委托书', [one.contractNumber, html`，${day(one.signedOn)}签订`]),
    row('信用代码', one.uscc),
    row('负责人', one.representative),
    row('电话', html`<a href="tel:${one.phone}">${one.phone}</a>`),
    row('地址', one.address),
  ]}</dl></li>`
}

/** The portal points out no end that is near: until its last day an entrustment simply holds. */
function standingOf({ fromOn, untilOn, endedOn }: PublicEntrustment, today: string): EntrustmentState {
  const ended = endedOn === null ? null : plainDate(endedOn)
  const term = { fromOn: plainDate(fromOn), untilOn: plainDate(untilOn), endedOn: ended }
  return stateOfEntrustment(term, plainDate(today), -1)
}

function stateOf(one: PublicEntrustment, today: string): Html {
  const state = standingOf(one, today)
  if (state === 'running') return html`<b class="state">${ENTRUSTMENT_STATES.running}</b>`
  const words =
    state === 'ended' && one.endedOn !== null ? html`已于${day(one.endedOn)}提前终止` : ENTRUSTMENT_STATES[state]
  return html`<b class="state gone">${words}</b>`
}

const row = (title: string, content: Content): Html => html`<div><dt>${title}</dt><dd>${content}</dd></div>`
