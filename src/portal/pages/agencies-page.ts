import { day } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, html } from '../html.ts'
import type { Agency } from '../published-queries.ts'
import { entrusted } from './entrusted-part.ts'

const NATURES = {
  statutory: '法定行政机关',
  authorised: '法律、法规授权的组织',
  entrusted: '受委托的组织，以委托机关的名义执法',
} as const

/** Each agency with what a party needs: how to reach it, by what right it acts, where to turn against it. */
export function agenciesPage(agencies: readonly Agency[], today: string): Page {
  return {
    title: '行政执法机关',
    room: 'agencies',
    content: html`<div class="wrap list"><h1>行政执法机关</h1>
<p class="lead">有权作出执法决定的机关，以及不服时向谁申请复议、向哪里起诉。</p>
<p class="more"><a href="/officers">查执法人员的证件</a>　<a href="/monitors">电子监控设备设在哪里</a></p>
${agencies.length === 0 && html`<p class="empty">还没有公布的机关。</p>`}
<ul class="register">${agencies.map((agency) => one(agency, today))}</ul></div>`,
  }
}

function one(agency: Agency, today: string): Content {
  const { name, uscc, address, phone, postcode, nature, reviewBody, court, record, entrustments } = agency
  return html`<li><h2>${name}</h2><dl>${[
    row('电话', html`<a href="tel:${phone}">${phone}</a>`),
    row('地址', [address, postcode !== null && `　邮编 ${postcode}`]),
    row('主体资格', [NATURES[nature], validity(agency, today)]),
    row('信用代码', uscc),
    record !== null && [
      row('主要职责', linesOf(record.duty)),
      row('法定代表人', record.legalRepresentative),
      row('经费来源', record.funding),
      row('编制', `${record.headcount} 名`),
      record.complaintPhone !== null &&
        row('监督投诉', html`<a href="tel:${record.complaintPhone}">${record.complaintPhone}</a>`),
    ],
    reviewBody !== '' && row('申请行政复议', `向${reviewBody}`),
    court !== '' && row('提起行政诉讼', `向${court}`),
  ]}</dl>
${entrustments.length > 0 && entrusted(entrustments, today)}
<p class="more"><a href="/search?agency=${encodeURIComponent(name)}">它公示的决定<span class="unseen">（${name}）</span></a></p></li>`
}

const linesOf = (text: string): Content => text.split('\n').map((line, nth) => [nth > 0 && html`<br>`, line])

function row(title: string, content: Content): Content {
  return html`<div><dt>${title}</dt><dd>${content}</dd></div>`
}

function validity({ qualifiedFromOn: from, qualifiedUntilOn: until }: Agency, today: string): Content {
  if (until !== null && until < today) return html`　<b class="state gone">已于${day(until)}终止</b>`
  return [from !== null && html`，自${day(from)}起`, until !== null && html`，至${day(until)}`]
}
