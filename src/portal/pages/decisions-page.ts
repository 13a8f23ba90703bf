import { type Page, searchBox } from '../frame.ts'
import { html } from '../html.ts'
import { lines, older } from '../lines.ts'
import type { Line } from '../published-queries.ts'

export const PAGE_SIZE = 20

/** One page of the list; `found` may hold one more than fits, which says that there are older ones. */
export function decisionsPage(found: readonly Line[], isFirst: boolean): Page {
  const shown = found.slice(0, PAGE_SIZE)
  const last = found.length > PAGE_SIZE ? shown.at(-1) : undefined
  return {
    title: '公示的决定',
    room: 'decisions',
    content: html`<div class="wrap list"><h1>公示的决定</h1>
<p class="lead">按公示日期，新的在前。</p>
${searchBox('')}
${shown.length > 0 ? lines(shown) : html`<p class="empty">${isFirst ? '还没有公示的决定。' : '没有更早的公示了。'}</p>`}
${older('/decisions', last)}
${!isFirst && html`<p class="more"><a href="/decisions">回到最新</a></p>`}
</div>`,
  }
}
