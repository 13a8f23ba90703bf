import { day } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, html } from '../html.ts'
import type { Line } from '../published-queries.ts'

type Dated = Line & { readonly decidedOn: string }

/** Everything disclosed about one organisation, by year, the last first. */
export function partyPage(party: {
  readonly name: string
  readonly code: string
  readonly lines: readonly Dated[]
  readonly next: number | undefined
  readonly isFirst: boolean
}): Page {
  const { name, code, lines, next, isFirst } = party
  const years = [...Map.groupBy(lines, (line) => line.decidedOn.slice(0, 4))].toSorted(
    ([a], [b]) => Number(b) - Number(a),
  )
  return {
    title: name,
    room: 'decisions',
    content: html`<div class="wrap"><nav class="crumb" aria-label="位置"><ol><li><a href="/decisions">公示的决定</a></li><li aria-current="page">${name}</li></ol></nav>
<article class="letter one"><div class="body"><h1>${name}</h1>
<p class="lead">统一社会信用代码 ${code}</p>
<p class="lead">这里是公示过的、以它为当事人的全部决定，最近的在前。已经撤回的不再列出。</p>
${years.map(([year, ofYear]) => yearOf(year, ofYear))}
${next !== undefined && html`<nav class="pager" aria-label="翻页"><a rel="next" href="/parties/${code}?after=${next}">更早的决定</a></nav>`}
${!isFirst && html`<p class="more"><a href="/parties/${code}">回到最近</a></p>`}
</div></article></div>`,
  }
}

function yearOf(year: string, lines: readonly Dated[]): Content {
  return html`<section aria-labelledby="y${year}"><h2 id="y${year}">${year}年</h2><ol class="timeline">${lines
    .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn))
    .map(
      (line) => html`<li>${day(line.decidedOn)}<div><h3><a href="/decisions/${line.id}">${line.title}</a></h3>
<p>${line.kind}　${line.summary}</p><p class="hint">${line.agencyName}${line.number !== null && `　${line.number}`}</p></div></li>`,
    )}</ol></section>`
}
