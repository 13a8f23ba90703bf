import { isSanctionKind, SANCTION_KINDS } from '#domain/disclosure/sanction-kinds.ts'
import { type Content, type Html, html } from '../html.ts'
import { type FacetCounts, MOST_COUNTED } from '../search/find-hits.ts'
import { type Filters, type Search, searchPath } from '../search/read-search.ts'
import type { Found } from '../search/search.ts'

const MOST_VALUES = 12
type Facet = { readonly name: keyof Filters; readonly title: string; readonly values: FacetCounts }

/**
 * Ways to narrow the search, as links: a column on wide screens, a disclosure on narrow ones. Without a script one element
 * cannot be open by width, so there are two and the style sheet shows one.
 */
export function facets(search: Search, found: Found): Content {
  const { agencies, years, kinds } = found.hits
  const all: readonly Facet[] = [
    { name: 'agency', title: '机关', values: agencies },
    { name: 'year', title: '年份', values: years.toSorted(([a], [b]) => Number(b) - Number(a)) },
    { name: 'kind', title: '种类', values: kinds },
  ]
  const shown = all.map((facet) => group(search, facet, found)).filter((part) => part !== undefined)
  if (shown.length === 0) return undefined
  const active = Object.values(search.filters).filter((value) => value !== undefined).length
  return html`<nav class="facets" aria-label="缩小范围"><div class="wide">${shown}${counted(found)}</div>
<details class="narrow"><summary>缩小范围${active > 0 && `（已选 ${active} 项）`}</summary>${shown}${counted(found)}</details></nav>`
}

function counted({ isMore, isFirst }: Found): Content {
  return isMore && isFirst && html`<p class="hint">件数只统计最新的 ${MOST_COUNTED} 件。</p>`
}

function group(search: Search, { name, title, values }: Facet, found: Found): Html | undefined {
  const chosen = search.filters[name]
  if (chosen !== undefined) {
    const rest = searchPath({ ...search, filters: { ...search.filters, [name]: undefined } })
    return html`<section><h2>${title}</h2><ul><li class="chosen"><b>${wordOf(name, String(chosen))}</b> <a href="${rest}">去掉<span class="unseen">${title}的限制</span></a></li></ul></section>`
  }
  if (values.length === 0) return undefined
  return html`<section><h2>${title}</h2><ul>${values.slice(0, MOST_VALUES).map(([value, count]) => {
    const path = searchPath({ ...search, filters: { ...search.filters, [name]: value } })
    return html`<li><a href="${path}">${wordOf(name, value)}</a>${found.isFirst && html` <span class="hint">${Math.min(count, MOST_COUNTED)}</span>`}</li>`
  })}</ul></section>`
}

function wordOf(name: keyof Filters, value: string): string {
  if (name === 'year') return `${value}年`
  return name === 'kind' && isSanctionKind(value) ? SANCTION_KINDS[value] : value
}
