import { day } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Judgement } from './judge-form.ts'
import type { KeyedDocument } from './verify-queries.ts'

const STATES = { published: '公示中', withdrawn: '公示已撤回', expired: '公示期满' } as const

export type VerifyView = {
  readonly hasOfflinePage: boolean
  /** What is wrong with what was sent, as a sentence. */
  readonly problem?: string
  readonly judgement?: Judgement
}

export function verifyPage({ hasOfflinePage, problem, judgement }: VerifyView): Page {
  return {
    title: judgement || problem !== undefined ? '核验结果' : '核验文书',
    room: 'verify',
    content: html`<div class="wrap list"><h1>核验文书</h1>
<p class="lead">拿到一份决定书或者存证回执，在这里核对它是不是原来那一份。</p>
${problem !== undefined && html`<p class="verdict bad" role="alert">${problem}</p>`}
${judgement && verdictOf(judgement)}
${form()}
<section class="how"><h2>还可以这样核验</h2><ul class="try">
${hasOfflinePage && html`<li><a href="/verify/offline" download="verify.html">下载离线核验页</a>：存到自己的电脑上打开，不联网、不经过本站也能核验。</li>`}
<li>扫文书上的二维码，看它是不是还有效。</li>
<li>存证日志的公钥在 <a href="/log/vkey">/log/vkey</a>，全部记录可以从 <a href="/log/checkpoint">/log/checkpoint</a> 开始重新计算。</li></ul></section></div>`,
  }
}

function form(key = ''): Html {
  return html`<form class="files" action="/verify" method="post" enctype="multipart/form-data">
${key !== '' && html`<input type="hidden" name="key" value="${key}">`}
${
  key === '' &&
  html`<div><label for="receipt">存证回执</label><p class="hint" id="receipt-help">扩展名是 .tlog-proof 的文件，不超过 1 MB。</p>
<input id="receipt" name="receipt" type="file" accept=".tlog-proof" aria-describedby="receipt-help"></div>`
}
<div><label for="document">文书文件</label><p class="hint" id="document-help">电子文书的原件，不超过 30 MB；${
    key === '' ? '只有其中一样也可以。' : ''
  }打印件、截图、另存过的文件核对不上。</p>
<input id="document" name="document" type="file" aria-describedby="document-help"></div>
<button>核验</button>
<p class="hint">文件只用来计算，算完即丢，不留存。</p>
</form>`
}

function verdictOf({ ok, proved, notProved, problems, decision }: Judgement): Content {
  return html`<section class="verdict ${ok ? 'good' : 'bad'}" role="status" aria-labelledby="verdict"><h2 id="verdict">${
    ok ? '核验通过' : '没有通过核验'
  }</h2>
${list(problems)}${proved.length > 0 && html`<h3>证明了</h3>${list(proved)}`}
${notProved.length > 0 && html`<h3>没有证明</h3>${list(notProved)}`}
${decision && html`<p><a href="/decisions/${decision.id}">${decision.title}</a>（${STATES[decision.status]}）</p>`}</section>`
}

function list(sentences: readonly string[]): Content {
  return sentences.length > 0 && html`<ul class="try">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
}

/** What the QR code of a document leads to: what it is, whether it stands, and a way to compare the file. */
export function keyedPage(document: KeyedDocument): Page {
  const { title, number, agencyName, issuedOn, status, reason, decisionId, decisionStatus, key } = document
  return {
    title: '二维码核验',
    room: 'verify',
    content: html`<div class="wrap list"><h1>二维码核验</h1>
<section class="verdict ${status === 'valid' ? 'good' : 'bad'}"><h2>${status === 'valid' ? '有这份文书，现在有效' : '这份文书已经作废'}</h2>
<dl class="facts">${[
      row('文书', title),
      number !== null && row('文号', number),
      row('机关', agencyName),
      row('日期', day(issuedOn)),
      reason !== null && row('作废理由', reason),
      decisionId !== null &&
        row('公示', html`<a href="/decisions/${decisionId}">${STATES[decisionStatus ?? 'published']}</a>`),
    ]}</dl></section>
<p class="lead">请核对手里的文书与上面的文号、机关、日期是否一致；二维码可以被人抄到别的纸上。有电子文件的，可以核对是不是同一份。</p>
${form(key)}</div>`,
  }
}

function row(title: string, content: Content): Html {
  return html`<div><dt>${title}</dt><dd>${content}</dd></div>`
}
