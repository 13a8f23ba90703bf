import type { Term } from '#domain/calendar/deadline.ts'
import { type ParameterCode, parameterOf, termUnitOf } from '#domain/parameter/registry.ts'
import { WHOSE } from '#domain/procedure/answering-body.ts'
import type { AnyProcedure, Clock, Role, Stage } from '#domain/procedure/definition.ts'
import { type Content, type Html, html } from '../html.ts'

const ROLES: Readonly<Record<Role, string>> = {
  handler: '承办人员',
  'unit-head': '承办机构负责人',
  reviewer: '法制审核人员',
  'agency-head': '机关负责人',
  panel: '负责人集体',
  host: '听证主持人',
  clerk: '窗口人员',
  storekeeper: '涉案物品保管员',
}

/** What can be done in a stage, by whom, where it leads, on what ground. */
export function actionsOf(stage: Stage, procedure: AnyProcedure, titleOf: (code: string) => string): Content {
  const actions = Object.values(stage.actions)
  if (actions.length === 0) return undefined
  return html`<ul>${actions.map(
    ({ title, by, approval, to, opens = [], basis }) => html`<li><span>${title}${
      to !== undefined && html` <span class="to">→ ${procedure.stages[to]?.title}</span>`
    }${[opens].flat().map((code) => html`（<a href="/procedures/${code}">${titleOf(code)}</a>）`)}</span>
<span class="basis">${who(by, approval)}　${basis}</span></li>`,
  )}</ul>`
}

function who(by: Role | readonly Role[], approval: readonly Role[] = []): string {
  const first = [by]
    .flat()
    .map((role) => ROLES[role as Role])
    .join('或者')
  return approval.length > 0 ? `${first}提出，${approval.map((role) => ROLES[role]).join('、')}批准` : first
}

const UNITS: Readonly<Record<Term['unit'], string>> = {
  hour: '小时',
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  year: '年',
}

/** Terms with their lengths; a place may set others where the law lets it. */
export function clocksOf(procedure: AnyProcedure): Html | undefined {
  const all = Object.values(procedure.clocks)
  if (all.length === 0) return undefined
  return html`<section aria-labelledby="clocks"><h2 id="clocks">期限</h2><ul class="terms">${all.map(
    (clock) =>
      html`<li><span>${clock.title}：<b>${lengthOf(procedure, clock.term)}</b>${clock.binds !== undefined && `（${WHOSE[clock.binds]}的期限）`}${(clock.instead ?? []).map((other) => html`；另：<b>${lengthOf(procedure, other.term)}</b>（${other.basis}）`)}</span><span class="basis">${clock.basis}</span></li>`,
  )}</ul><p class="hint">天数是默认值；法律允许地方或者部门另行规定的，以该机关的规定为准。</p></section>`
}

function lengthOf({ facts }: AnyProcedure, term: Clock['term']): string {
  if ('until' in term) return `至${facts[term.until]?.title ?? ''}`
  if ('fact' in term) return `以${facts[term.fact]?.title ?? ''}为准`
  if ('plan' in term) return '按批准或者约定的日期'
  if (!('parameter' in term)) return `${term.length} ${UNITS[term.unit]}`
  const unit = termUnitOf(term.parameter as ParameterCode)
  return `${parameterOf(term.parameter).default} ${unit === undefined ? '' : UNITS[unit]}`
}
