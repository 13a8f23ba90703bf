import { type Page, searchBox } from '../frame.ts'
import { html } from '../html.ts'

/** A page that says what happened and what to do next. */
export function sentencePage(title: string, sentences: readonly string[]): Page {
  return {
    title,
    content: html`<div class="wrap list"><h1>${title}</h1>
${sentences.map((sentence) => html`<p class="lead">${sentence}</p>`)}
${searchBox('')}
<p class="more"><a href="/">回到首页</a>　<a href="/agencies">各机关的地址和电话</a></p></div>`,
  }
}
