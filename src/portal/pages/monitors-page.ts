import { day } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, type Html, html } from '../html.ts'
import { MOST_MONITORS, type Monitor } from '../register-queries.ts'

/** Where monitoring devices stand; no record of them is evidence before the place was published. */
export function monitorsPage(text: string, found: readonly Monitor[], today: string): Page {
  const shown = found.slice(0, MOST_MONITORS)
  return {
    title: text === '' ? '电子监控设备设置地点' : `电子监控设备“${text}”`,
    room: 'agencies',
    content: html`<div class="wrap list"><h1>电子监控设备设置地点</h1>
<p class="lead">用来收集违法事实的电子技术监控设备，应当经过法制审核和技术审核，标志明显，设置地点向社会公布（《行政处罚法》第四十一条第一款）。</p>
<form class="search" action="/monitors" role="search" aria-label="查设置地点">
<label for="where">路名、地点、设备编号或者机关</label>
<div class="field"><input id="where" name="q" type="search" value="${text}" autocomplete="off" enterkeyhint="search"><button>查找</button></div>
</form>
${found.length === 0 && nothing(text)}
${found.length > 0 && html`<h2 class="count">${text === '' ? '共' : '查到'} ${shown.length} 处${found.length > MOST_MONITORS && '以上，请写路名或者设备编号'}</h2>`}
${shown.length > 0 && html`<ul class="register">${shown.map((monitor) => one(monitor, today))}</ul>`}
<p class="hint">收到的告知书上写有设备编号，可以在这里核对当日是否已经公布、是否在使用期内。监控记录没有经过审核，或者审核不符合要求的，不得作为行政处罚的证据（同条第二款）。对记录有异议的，有权向告知的机关查询和陈述、申辩（同条第三款）。</p>
<p class="more"><a href="/agencies">各行政执法机关</a></p></div>`,
  }
}

function nothing(text: string): Html {
  if (text === '')
    return html`<p class="empty" role="status">还没有公布的设置地点。没有公布的，不得用它的记录作为行政处罚的证据。</p>`
  return html`<div class="empty" role="status"><p>没有公布过“${text}”的设置地点。</p>
<p>请换一个写法，或者看<a href="/monitors">全部设置地点</a>；仍然没有的，请向<a href="/agencies">该机关</a>核实。</p></div>`
}

function one(monitor: Monitor, today: string): Html {
  const { code, place, agencyName, sign, standard, legalNumber, technicalNumber, publishedOn } = monitor
  return html`<li><h2>${place}</h2>
<p>${stateOf(monitor, today)}</p>
<dl>${[
    row('设备编号', code),
    row('设置机关', agencyName),
    row('使用', period(monitor)),
    row('公布', day(publishedOn)),
    row('标志', sign),
    row('技术标准', standard),
    row('法制审核', legalNumber),
    row('技术审核', technicalNumber),
  ]}</dl></li>`
}

function row(title: string, content: Content): Html {
  return html`<div><dt>${title}</dt><dd>${content}</dd></div>`
}

function period({ fromOn, untilOn }: Monitor): Content {
  return [html`自${day(fromOn)}起`, untilOn !== null && html`，至${day(untilOn)}`]
}

function stateOf({ fromOn, untilOn }: Monitor, today: string): Html {
  if (today < fromOn) return html`<b class="state gone">还没有起用</b>`
  if (untilOn !== null && untilOn < today) return html`<b class="state gone">已停用</b>`
  return html`<b class="state">正在使用</b>`
}
