import { type Page, searchBox } from '../frame.ts'
import { type Content, type Html, html } from '../html.ts'
import { lines, type Shown } from '../lines.ts'
import { excerpt, highlight, marksOf } from '../search/highlight.ts'
import type { RankedLine } from '../search/rank-hits.ts'
import { type Search, searchPath } from '../search/read-search.ts'
import type { Found } from '../search/search.ts'
import { facets } from './search-facets.ts'

export function searchPage(search: Search, found: Found | undefined): Page {
  return {
    title: search.text === '' ? '查找决定' : `查找“${search.text}”`,
    room: 'decisions',
    content: html`<div class="wrap list"><h1>查找决定</h1>
${searchBox(search.text, search.filters)}
${search.note !== undefined && html`<p class="note" role="status">${search.note}</p>`}
${found ? answer(search, found) : nothingAsked()}
</div>`,
  }
}

function nothingAsked(): Html {
  return html`<p class="empty">请填写要查的单位名称、文号、统一社会信用代码或者案由，两个字也行。加引号的词按原样连着查，例如“超过保质期”。</p>`
}

function answer(search: Search, found: Found): Content {
  const older =
    found.next !== undefined &&
    html`<nav class="pager" aria-label="翻页"><a rel="next" href="${searchPath(search, found.next)}">${
      found.lines.length > 0 ? '后面的结果' : '继续往前查'
    }</a></nav>`
  const back = !found.isFirst && html`<p class="more"><a href="${searchPath(search)}">回到第一页</a></p>`
  if (found.lines.length === 0) return [nothingFound(search, found.isFirst), facets(search, found), older, back]
  return html`<div class="found"><div class="results">
<h2 class="count">${countOf(found)}</h2>
${lines(found.lines, 2, (line) => shownOf(line as RankedLine, search))}
${older}${back}</div>
${facets(search, found)}</div>`
}

function countOf({ count, isMore, isFirst, lines: shown }: Found): string {
  if (!isFirst) return `往后的 ${shown.length} 件`
  return isMore ? `查到 ${count} 件以上，新的在前` : `查到 ${count} 件`
}

function shownOf({ title, content, summary, number, agencyName }: RankedLine, { terms }: Search): Shown {
  const seen = [title, number ?? '', summary, agencyName].join('\n')
  const isSeen = terms.every((term) => marksOf([term], seen).length > 0)
  const text = isSeen ? undefined : excerpt(content, terms)
  return {
    title: highlight(title, terms),
    excerpt: text !== undefined && html`<p class="excerpt">${highlight(text, terms)}</p>`,
  }
}

function nothingFound({ terms, filters }: Search, isFirst: boolean): Html {
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  const what = terms.length > 0 ? `含有“${terms.join('”和“')}”的决定` : '这样的决定'
  return html`<div class="empty"><p>${isFirst ? '没有查到' : '往前没有再查到'}${what}。</p>
<p>可以这样再试：</p><ul class="try">
${terms.length > 0 && html`<li>少填几个字，或者只填单位名称里的两个字；</li>`}
${isFiltered && html`<li>去掉机关、年份或者种类的限制；</li>`}
<li>按文号或者统一社会信用代码查，填其中一段也行；</li>
<li>自然人的姓名已经隐去，请按文号或者机关查。</li></ul></div>`
}
