import { type Page, searchBox } from '../frame.ts'
import { html } from '../html.ts'
import { lines } from '../lines.ts'
import type { Line } from '../published-queries.ts'

const DOORS = [
  ['/decisions', '查决定', '处罚、许可等决定，送达后公开，逐件可查'],
  ['/agencies', '查机关和人员', '谁有权执法，证件是否有效'],
  ['/procedures', '办事流程', '每一步做什么，依据哪一条'],
  ['/monitors', '电子监控点', '哪里设有执法监控，经过什么审核'],
] as const

export function homePage(newest: readonly Line[]): Page {
  return {
    title: '首页',
    isHome: true,
    content: html`<div class="wrap">
<section class="hero"><h1>查一个决定、<wbr>一家机关、<wbr>一道程序</h1>
${searchBox('', {}, true)}
</section>
<ul class="doors">${DOORS.map(
      ([path, title, text]) => html`<li><h2><a href="${path}">${title}</a></h2><p>${text}</p></li>`,
    )}</ul>
<section class="newest" aria-labelledby="newest"><h2 id="newest">最新公示</h2>
${newest.length > 0 ? lines(newest, 3) : html`<p class="empty">还没有公示的决定。决定送达当事人以后，会出现在这里。</p>`}
${newest.length > 0 && html`<p class="more"><a href="/decisions">全部公示</a></p>`}
</section>
</div>`,
  }
}
