import type { Verdict } from '#domain/record-log/verify-receipt.ts'

export type Shown = { readonly verdict: Verdict; readonly files: readonly (readonly [string, string])[] }

/** Says the verdict in large letters, then what is proved and what is not; nothing chosen, nothing said. */
export function showVerdict(shown: Shown | undefined): void {
  const print = document.getElementById('print')
  if (print) print.hidden = shown === undefined
  document.getElementById('result')?.replaceChildren(...(shown ? [sheet(shown)] : []))
}

function sheet({ verdict, files }: Shown): HTMLElement {
  const whole = document.createElement('section')
  whole.dataset.ok = String(verdict.ok)
  const names = document.createElement('dl')
  names.append(...files.flatMap(([name, value]) => [made('dt', name), made('dd', value)]))
  whole.append(
    made('h2', headline(verdict)),
    names,
    ...section('不通过的原因', verdict.problems),
    ...section('已经证明', verdict.proved),
    ...section('没有证明', verdict.notProved),
  )
  return whole
}

/** Words first: the colour beside them carries no meaning alone. */
function headline({ ok, facts, proved }: Verdict): string {
  if (!ok) return facts ? '✗ 不通过：文件与回执不符' : '✗ 不通过：回执不可信'
  return proved.length > 1 ? '✓ 通过：文件与存证时一致' : '✓ 回执有效（尚未核对文件）'
}

function section(title: string, sentences: readonly string[]): HTMLElement[] {
  if (sentences.length === 0) return []
  const list = document.createElement('ul')
  list.append(...sentences.map((sentence) => made('li', sentence)))
  return [made('h3', title), list]
}

/** Text only, never markup: names of files and subjects come from strangers. */
function made(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
