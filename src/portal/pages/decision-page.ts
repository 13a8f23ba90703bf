import { type EarlierDecision, LATER_EFFECTS } from '#domain/disclosure/later-act.ts'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { amountInFigures } from '#domain/document/amount-in-words.ts'
import { day, dayOf } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, type Html, html } from '../html.ts'
import { laterState } from '../lines.ts'
import type { LaterDecision, PublishedDecision } from '../published-queries.ts'
import type { PublishedReceipt } from '../published-receipts.ts'

/** Reads like a letter: who, what, why, how much, what can be done now, how it was decided. */
export function decisionPage(decision: PublishedDecision, receipt?: PublishedReceipt): Page {
  return {
    title: decision.title,
    room: 'decisions',
    content: html`<div class="wrap"><nav class="crumb" aria-label="位置"><ol><li><a href="/decisions">公示的决定</a></li><li aria-current="page">${
      decision.number ?? decision.kind
    }</li></ol></nav>
<article class="letter">${contentOf(decision, receipt)}</article></div>`,
  }
}

function contentOf(decision: PublishedDecision, receipt: PublishedReceipt | undefined): Content {
  if (decision.status === 'withdrawn') return withdrawn(decision)
  return decision.status === 'expired' ? expired(decision) : letter(decision, receipt)
}

function expired(decision: PublishedDecision): Html {
  const { title, agencyName, publishedAt, decidedOn, expiredOn } = decision
  return html`<div class="body"><h1>${title}</h1>
<p class="lead"><b class="state gone">公示期满</b> ${agencyName}公示的这份决定，公示期已经届满，内容不再公开。</p>
<dl class="facts">${[
    row('决定日期', day(decidedOn)),
    row('曾经公示', html`${dayOf(publishedAt)}起，到${day(expiredOn ?? decidedOn)}止`),
    laterRow(decision),
  ]}</dl></div>`
}

function withdrawn(decision: PublishedDecision): Html {
  const { title, agencyName, reason, withdrawnAt, publishedAt, decidedOn, withdrawalBasis } = decision
  return html`<div class="body"><h1>${title}</h1>
<p class="lead"><b class="state gone">已撤回</b> ${agencyName}已于${dayOf(withdrawnAt ?? publishedAt)}撤回这份决定的公示。</p>
<dl class="facts">${[
    row('撤回理由', reason),
    laterRow(decision),
    row('决定日期', day(decidedOn)),
    row('曾经公示', html`${dayOf(publishedAt)}起`),
    row(
      '依据',
      withdrawalBasis?.includes('第四十八条') === false
        ? withdrawalBasis
        : '《行政处罚法》第四十八条第二款：公开的决定被依法变更、撤销、确认违法或者确认无效的，应当在三日内撤回，并公开说明理由。',
    ),
  ]}</dl></div>`
}

function letter(decision: PublishedDecision, receipt: PublishedReceipt | undefined): Content {
  const { body } = decision
  return [
    html`<div class="body">
<header><h1>${decision.title}</h1>
<p class="lead">${leadOf(decision)}</p>
${laterNote(decision)}</header>
<dl class="facts">${[
      earlierRow(body),
      row('当事人', body.parties.map(party)),
      row('案由', body.causes.join('；')),
      body.facts.map((fact) => row(fact.title, fact.text)),
      row('依据', list(body.bases)),
      row('决定', body.sanctions.length > 0 && list(body.sanctions.map((text) => html`<strong>${text}</strong>`))),
    ]}</dl>
${body.remedy !== undefined && html`<section aria-labelledby="remedy"><h2 id="remedy">不服怎么办</h2><p>${body.remedy}</p></section>`}
${body.steps.length > 0 && steps(body)}
</div>`,
    html`<aside aria-labelledby="about"><h2 id="about">公示信息</h2><dl class="about">${[
      row('文书', body.documentTitle),
      row('文号', decision.number),
      row('决定机关', decision.agencyName),
      row('决定日期', day(decision.decidedOn)),
      row('公示日期', dayOf(decision.publishedAt)),
      body.correction !== undefined &&
        row('更正', html`<b>更正于${day(body.correction.on)}</b>：${body.correction.note}`),
      body.publishedUntilOn !== undefined && row('公示至', day(body.publishedUntilOn)),
      row(
        '公示期限',
        html`最迟${day(body.dueOn)}${body.disclosedOn > body.dueOn && html` <b class="state late">晚于期限</b>`}`,
      ),
    ]}</dl>
${receipt !== undefined && proof(decision.id, receipt)}
${body.isRedacted && html`<p class="hint">自然人的姓名和住址等个人信息已经依法隐去。</p>`}
<p class="hint">认为公示内容有误的，可以<a href="/agencies">联系决定机关</a>更正。</p></aside>`,
  ]
}

/** Where the changed decision stands, on the page of the one that had to go. */
function laterRow({ laterEffect, later }: PublishedDecision): Content {
  return (
    laterEffect === 'replaced' && later !== null && row('变更后的决定', html`${linkTo(later)}${GONE[later.status]}`)
  )
}

const GONE = { published: '', withdrawn: '（也已撤回）', expired: '（公示期已满）' } as const

/** What has become of the licence since; a later act that was withdrawn itself says nothing any more. */
function laterNote({ laterEffect, later }: PublishedDecision): Content {
  if (laterEffect === null || later === null || later.status === 'withdrawn') return false
  return html`<p class="later">${laterState(laterEffect)}见${day(later.decidedOn)}的决定：${linkTo(later)}</p>`
}

function linkTo({ id, number }: Pick<LaterDecision, 'id' | 'number'>): Html {
  return html`<a href="/decisions/${id}">${number ?? '查看决定'}</a>`
}

/** Which decisions it replaces, or bears on. */
function earlierRow({ earlier: all = [] }: PublicRecord): Content {
  const [newest] = all
  if (!newest) return false
  const title = newest.effect === 'replaced' ? '代替的决定' : `${LATER_EFFECTS[newest.effect].does}的许可`
  return row(title, list(all.map(earlier)))
}

function earlier({ id, number, decidedOn, effect }: EarlierDecision): Html {
  const named = id === undefined ? (number ?? '原决定') : linkTo({ id, number: number ?? null })
  return html`${named}（${day(decidedOn)}作出${effect === 'replaced' && '，已不再公示'}）`
}

/** What anybody can check without asking us. */
function proof(id: string, { index, signedAt, fileSha256 }: PublishedReceipt): Html {
  return html`<h2>可以验证</h2><dl class="about">${[
    row('存证序号', String(index)),
    row('签入日志', dayOf(signedAt)),
    row('回执', html`<a href="/decisions/${id}/receipt" download>下载存证回执</a>`),
    row('原件', fileSha256 !== null && html`<a href="/decisions/${id}/document" download>下载决定书原件</a>`),
  ]}</dl>
<p class="hint">凭回执和原件，不联网也能核对这份决定书签入日志以后一个字节也没有改动。</p>`
}

function leadOf({ agencyName, decidedOn, body }: PublishedDecision): Content {
  const amount =
    body.fineFen !== undefined &&
    html`，<span class="fine">罚款 <span class="amount">${amountInFigures(body.fineFen)} 元</span></span>`
  return html`<b class="state">公示中</b> ${agencyName}于${day(decidedOn)}作出决定${amount}。`
}

function party({ name, code }: PublicRecord['parties'][number]): Html {
  return html`<span class="party">${name}${code !== undefined && html` <small>统一社会信用代码 <a href="/parties/${code}">${code}<span class="unseen">，它的全部公示</span></a></small>`}</span>`
}

function row(title: string, content: Content): Content {
  const isEmpty =
    content === null || content === false || content === '' || (Array.isArray(content) && content.length === 0)
  return !isEmpty && html`<div><dt>${title}</dt><dd>${content}</dd></div>`
}

function list(items: readonly Content[]): Content {
  if (items.length < 2) return items[0] ?? ''
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
}

function steps({ steps: taken }: PublicRecord): Html {
  return html`<section aria-labelledby="steps"><h2 id="steps">决定是怎么作出的</h2><ol class="steps">${taken.map(
    ({ title, on }) => html`<li><span>${title}</span>${day(on)}</li>`,
  )}</ol></section>`
}
