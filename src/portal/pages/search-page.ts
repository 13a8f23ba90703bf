import { type Page, searchBox } from '../frame.ts'
import { type Content, html } from '../html.ts'
import { lines, older } from '../lines.ts'
import type { Line } from '../published-queries.ts'
import type { SearchWords } from '../search-words.ts'

export type SearchResult = {
  readonly search: SearchWords
  readonly shown: readonly Line[]
  /** Where the next page begins; undefined when everything was looked through. */
  readonly next: { readonly publishedAt: string; readonly id: string } | undefined
  readonly isFirst: boolean
}

export function searchPage(result: SearchResult): Page {
  const { search } = result
  return {
    title: search.text === '' ? '查找决定' : `查找“${search.text}”`,
    room: 'decisions',
    content: html`<div class="wrap list"><h1>查找决定</h1>
${searchBox(search.text)}
${search.note !== undefined && html`<p class="note" role="status">${search.note}</p>`}
${search.words.length > 0 ? answer(result) : html`<p class="empty">请填写要查的单位名称、文号或者案由，两个字也行。</p>`}
</div>`,
  }
}

function answer({ search, shown, next, isFirst }: SearchResult): Content {
  const path = `/search?q=${encodeURIComponent(search.text)}`
  const more = older(path, next, shown.length > 0 ? '更早的结果' : '继续往前查')
  if (shown.length > 0) return [lines(shown), more]
  return html`<div class="empty"><p>${isFirst ? '没有查到' : '往前没有再查到'}含有“${search.words.join('”和“')}”的决定。</p>
<p>可以少填几个字再试；自然人的姓名已经隐去，按文号或者机关名称更容易查到。</p></div>${more}`
}
