import { LATER_EFFECTS, type LaterEffect } from '#domain/disclosure/later-act.ts'
import { dayOf } from './format-day.ts'
import { type Content, type Html, html } from './html.ts'
import { writeToken } from './page-token.ts'
import type { Line } from './published-queries.ts'

/** What a line shows otherwise than plainly: words marked in the title, a part of the text under it. */
export type Shown = { readonly title: Content; readonly excerpt: Content }

/** Decisions as lines: title, one line of facts, the day on the right. */
export function lines(
  all: readonly Line[],
  level: 2 | 3 = 2,
  show: (line: Line) => Shown | undefined = () => undefined,
): Html {
  return html`<ul class="lines">${all.map((line) => one(line, level, show(line)))}</ul>`
}

function one(line: Line, level: 2 | 3, shown: Shown | undefined): Html {
  const link = html`<a href="/decisions/${line.id}">${shown?.title ?? line.title}</a>`
  return html`<li>
${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
${dayOf(line.publishedAt)}
<p>${factsOf(line)}</p>
${shown?.excerpt}
</li>`
}

const DOT = html`<span class="dot" aria-hidden="true">・</span>`

function factsOf(line: Line): Content {
  if (line.status === 'withdrawn') return [html`<b class="state gone">已撤回</b> `, line.agencyName]
  if (line.status === 'expired') return [html`<b class="state gone">公示期满</b> `, line.agencyName]
  const facts = [line.number, line.summary, line.agencyName].filter((fact) => fact !== null && fact !== '')
  const shown = facts.map((fact, index) => html`<span class="fact">${fact}${index < facts.length - 1 && DOT}</span> `)
  return line.laterEffect === null ? shown : [laterState(line.laterEffect), shown]
}

/** What has become of it since, in a word; an end is marked like what is gone. */
export function laterState(effect: LaterEffect): Html {
  const isOver = effect !== 'changed' && effect !== 'renewed'
  return html`<b class="state${isOver && ' gone'}">${LATER_EFFECTS[effect].title}</b> `
}

/** The way to older decisions; a list has no last page until it is reached. */
export function older(path: string, last: { publishedAt: string; id: string } | undefined, title = '更早的公示'): Html {
  if (!last) return html``
  const token = writeToken({ at: last.publishedAt, id: last.id })
  const join = path.includes('?') ? '&' : '?'
  return html`<nav class="pager" aria-label="翻页"><a rel="next" href="${path}${join}after=${token}">${title}</a></nav>`
}
