import type { Page } from '../frame.ts'
import { html } from '../html.ts'
import type { Agency } from '../published-queries.ts'

export function agenciesPage(agencies: readonly Agency[]): Page {
  return {
    title: '行政执法机关',
    room: 'agencies',
    content: html`<div class="wrap list"><h1>行政执法机关</h1>
<p class="lead">以自己的名义作出执法决定的机关。</p>
${agencies.length === 0 && html`<p class="empty">还没有公布的机关。</p>`}
<ul class="lines">${agencies.map(
      ({ name, uscc, address, phone }) => html`<li><h2>${name}</h2>
<p><span class="fact">电话 <a href="tel:${phone}">${phone}</a>　</span><span class="fact">${address}</span></p>
<p class="hint"><span class="fact">统一社会信用代码 ${uscc}　</span><a class="fact" href="/search?q=${encodeURIComponent(name)}">它公示的决定<span class="unseen">（${name}）</span></a></p></li>`,
    )}</ul></div>`,
  }
}
