import { day } from '../format-day.ts'
import type { Page } from '../frame.ts'
import { type Content, type Html, html } from '../html.ts'
import { MOST_OFFICERS, type Officer } from '../register-queries.ts'

const KINDS = { enforcement: '行政执法证', supervision: '行政执法监督证' } as const

/** Who may enforce: looked up by name or certificate number, never listed as a whole. */
export function officersPage(text: string, found: readonly Officer[], today: string): Page {
  return {
    title: text === '' ? '查执法人员' : `查执法人员“${text}”`,
    room: 'agencies',
    content: html`<div class="wrap list"><h1>查执法人员</h1>
<p class="lead">来人执法，应当出示证件。按姓名或者证件号，可以在这里核对。</p>
<form class="search" action="/officers" role="search" aria-label="查执法人员">
<label for="who">姓名或者执法证号；填开头几个字也行</label>
<div class="field"><input id="who" name="q" type="search" value="${text}" autocomplete="off" enterkeyhint="search"><button>查找</button></div>
</form>
${text !== '' && answer(text, found, today)}
<p class="more"><a href="/agencies">各行政执法机关</a></p></div>`,
  }
}

function answer(text: string, found: readonly Officer[], today: string): Content {
  if (found.length === 0) {
    return html`<div class="empty" role="status"><p>没有姓名或者证件号是“${text}”的执法人员。</p>
<p>${
      [...text].length < 2 ? '请至少填两个字，或者填完整的证件号。' : '请核对有没有写错；证件在这里查不到的，请向'
    }${[...text].length >= 2 && html`<a href="/agencies">该机关</a>核实。`}</p>
<p>执法人员不主动出示执法证件的，可以拒绝接受调查或者检查（《行政处罚法》第五十五条第一款）。</p></div>`
  }
  const shown = found.slice(0, MOST_OFFICERS)
  return html`<h2 class="count">查到 ${shown.length} 人${found.length > MOST_OFFICERS && '以上，请填完整的姓名或者证件号'}</h2>
<ul class="lines">${shown.map((officer) => one(officer, today))}</ul>`
}

function one(officer: Officer, today: string): Html {
  return html`<li><h3>${officer.name}</h3>
<span>${stateOf(officer, today)}</span>
<p><span class="fact">${officer.agencyName}　</span><span class="fact">${KINDS[officer.kind]} ${officer.certificateNumber}</span></p>
<p class="hint">有效期自${day(officer.validFromOn)}至${day(officer.validUntilOn)}</p></li>`
}

const STATES = { suspended: '已暂扣', revoked: '已注销', left: '已离职，证件无效' } as const

function stateOf({ state, validFromOn, validUntilOn }: Officer, today: string): Html {
  if (state !== 'valid') return html`<b class="state gone">${STATES[state]}</b>`
  if (today > validUntilOn) return html`<b class="state gone">已过期</b>`
  return today < validFromOn ? html`<b class="state gone">还没有生效</b>` : html`<b class="state">有效</b>`
}
