import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { day } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, type Html, html } from '../html.ts'
import { actionsOf, clocksOf } from './procedure-parts.ts'

export function proceduresPage(procedures: readonly AnyProcedure[]): Page {
  const [opened, inside] = [procedures.filter(({ opening }) => opening), procedures.filter(({ opening }) => !opening)]
  return {
    title: '办事流程',
    room: 'procedures',
    content: html`<div class="wrap list"><h1>办事流程</h1>
<p class="lead">这里的流程图就是系统里实际运行的程序，每一步都注明依据。</p>
<h2 class="count">向当事人作出决定的程序</h2>
${list(opened)}
<h2 class="count">在以上程序里进行的程序</h2>
${list(inside)}</div>`,
  }
}

function list(procedures: readonly AnyProcedure[]): Html {
  return html`<ul class="lines">${procedures.map(
    ({ code, title, basis }) => html`<li><h3><a href="/procedures/${code}">${title}</a></h3><p>依据${basis}</p></li>`,
  )}</ul>`
}

/** One procedure from the definition that runs: the chart, the same in words, and its terms. */
export function procedurePage(procedure: AnyProcedure, chart: Content, titleOf: (code: string) => string): Page {
  return {
    title: procedure.title,
    room: 'procedures',
    content: html`<div class="wrap"><nav class="crumb" aria-label="位置"><ol><li><a href="/procedures">办事流程</a></li><li aria-current="page">${procedure.title}</li></ol></nav>
<div class="list"><h1>${procedure.title}</h1>
<p class="lead">依据${procedure.basis}，自${day(procedure.validFrom)}起适用的版本。箭头上写着做什么、依据哪一条。</p></div></div>
<div class="canvas" role="region" aria-label="流程图，可以左右滚动" tabindex="0">${chart}</div>
<div class="wrap"><article class="letter one"><div class="body">
<section aria-labelledby="words"><h2 id="words">用文字说</h2><ol class="stages">${stages(procedure, titleOf)}</ol></section>
${clocksOf(procedure)}</div></article></div>`,
  }
}

function stages(procedure: AnyProcedure, titleOf: (code: string) => string): Content {
  return Object.entries(procedure.stages).map(
    ([id, stage]) =>
      html`<li><h3>${stage.title}${id === procedure.start && html` <small>开始</small>`}${
        stage.ends !== undefined && html` <small>结束</small>`
      }</h3>${actionsOf(stage, procedure, titleOf)}</li>`,
  )
}
