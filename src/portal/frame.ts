import { type Content, type Html, html } from './html.ts'

export type Room = 'decisions' | 'agencies' | 'procedures' | 'verify'
export type View = {
  /** Name of the place, such as 青石区; empty while no agency is published. */
  readonly place: string
  readonly isLarge: boolean
  readonly stylesPath: string
  /** Address of this page without the size switch. */
  readonly here: string
}
export type Page = {
  readonly title: string
  readonly room?: Room
  readonly content: Content
  /** The search box stands in the header of every page but the first. */
  readonly isHome?: true
}

const ROOMS: readonly (readonly [Room, string, string])[] = [
  ['decisions', '/decisions', '查决定'],
  ['agencies', '/agencies', '查机关和人员'],
  ['procedures', '/procedures', '办事流程'],
  ['verify', '/verify', '核验文书'],
]

/** The whole document: landmarks, a way past the header, the size switch, no script. */
export function frame(view: View, page: Page): Html {
  const name = siteName(view)
  const title = page.isHome ? name : `${page.title}－${name}`
  return html`<!doctype html>
<html lang="zh-CN"${view.isLarge && html` class="large"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${view.stylesPath}">
<link rel="alternate" type="application/atom+xml" title="最新公示" href="/feeds/decisions.atom">
<link rel="icon" href="data:,">
</head>
<body>
<a class="skip" href="#content">跳到正文</a>
${header(view, page, name)}
<main id="content" tabindex="-1">
${page.content}
</main>
${footer(name)}
</body>
</html>
`
}

export function siteName(view: Pick<View, 'place'>): string {
  return `${view.place}行政执法公示`
}

const MARK = html`<svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" focusable="false"><rect class="seal" width="44" height="44" rx="3"/><path class="cut" d="M8 11h9v22H8zM8 22h9M22 11h14q0 8-2 10-1 1-4 1M28 11q0 8-7 11M23 26h12v8H23z"/></svg>`

function header(view: View, page: Page, name: string): Html {
  return html`<header class="top"><div class="wrap">
<a class="mark" href="/">${MARK}<span><b>${name}</b><small>谁执法，谁公示</small></span></a>
<nav aria-label="栏目"><ul>${ROOMS.map(
    ([room, path, title]) =>
      html`<li><a href="${path}"${room === page.room && html` aria-current="page"`}>${title}</a></li>`,
  )}</ul></nav>
<p class="tools"><a href="${sizeLink(view)}" rel="nofollow">${view.isLarge ? '标准字号' : '大字版'}</a></p>
</div></header>`
}

function sizeLink({ here, isLarge }: View): string {
  return `${here}${here.includes('?') ? '&' : '?'}size=${isLarge ? 'normal' : 'large'}`
}

function footer(name: string): Html {
  return html`<footer><div class="wrap">
<p>${name}由作出决定的行政机关负责。内容有误，请联系作出该决定的机关；<a href="/agencies">各机关的地址和电话</a>。<a href="/feeds/decisions.atom">订阅最新公示</a>。</p>
<p>个人姓名、证件号码、住址等依法隐去。本站不需要登录，不使用脚本，不记录您查过什么。</p>
</div></footer>`
}

/** The search box; `kept` are filters that stay while the words change. */
export function searchBox(
  text: string,
  kept: Readonly<Record<string, string | number | undefined>> = {},
  isBig = false,
): Html {
  const hidden = Object.entries(kept).filter(([, value]) => value !== undefined)
  return html`<form class="search${isBig && ' big'}" action="/search" role="search" aria-label="查决定">
<label for="q">单位名称、文号或者案由，两个字也行</label>
<div class="field"><input id="q" name="q" type="search" value="${text}" autocomplete="off" enterkeyhint="search"><button>查找</button></div>
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
</form>`
}
