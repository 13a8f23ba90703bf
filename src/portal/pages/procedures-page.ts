import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { day } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, html } from '../html.ts'

export function proceduresPage(procedures: readonly AnyProcedure[]): Page {
  return {
    title: '办事流程',
    room: 'procedures',
    content: html`<div class="wrap list"><h1>办事流程</h1>
<p class="lead">这里写的就是系统里实际运行的程序，每一步都注明依据。</p>
<ul class="lines">${procedures.map(
      ({ code, title, basis }) => html`<li><h2><a href="/procedures/${code}">${title}</a></h2><p>依据${basis}</p></li>`,
    )}</ul></div>`,
  }
}

/** One procedure, stage by stage, drawn from the definition that runs. */
export function procedurePage(procedure: AnyProcedure): Page {
  const stages = Object.values(procedure.stages).filter((stage) => Object.keys(stage.actions).length > 0)
  return {
    title: procedure.title,
    room: 'procedures',
    content: html`<div class="wrap"><nav class="crumb" aria-label="位置"><ol><li><a href="/procedures">办事流程</a></li><li aria-current="page">${procedure.title}</li></ol></nav>
<article class="letter one"><div class="body"><h1>${procedure.title}</h1>
<p class="lead">依据${procedure.basis}，自${day(procedure.validFrom)}起适用的版本。</p>
<ol class="stages">${stages.map(
      (stage) =>
        html`<li><h2>${stage.title}</h2><ul>${Object.values(stage.actions).map(
          (action) => html`<li>${action.title}<span class="basis">${action.basis}</span></li>`,
        )}</ul></li>`,
    )}</ol>
${clocks(procedure)}</div></article></div>`,
  }
}

function clocks(procedure: AnyProcedure): Content {
  const all = Object.values(procedure.clocks)
  if (all.length === 0) return undefined
  return html`<section aria-labelledby="clocks"><h2 id="clocks">有期限的事</h2><ul class="terms">${all.map(
    ({ title, basis }) => html`<li>${title}<span class="basis">${basis}</span></li>`,
  )}</ul></section>`
}
