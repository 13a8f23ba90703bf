import type { Verdict } from '#domain/record-log/verify-receipt.ts'

export type Shown = { readonly verdict: Verdict; readonly files: readonly (readonly [string, string])[] }

/** Says the verdict in large letters, then what is proved and what is not; nothing chosen hides it. */
export function showVerdict(shown: Shown | undefined): void {
  const result = document.getElementById('result')
  if (!result) return
  result.hidden = shown === undefined
  if (!shown) return
  const { verdict, files } = shown
  result.dataset.ok = String(verdict.ok)
  fill('verdict', [headline(verdict)])
  fill(
    'files',
    files.flatMap(([name, value]) => [made('dt', name), made('dd', value)]),
  )
  fill('sections', [
    ...section('不通过的原因', verdict.problems),
    ...section('已经证明', verdict.proved),
    ...section('没有证明', verdict.notProved),
  ])
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

function fill(id: string, children: readonly (HTMLElement | string)[]): void {
  document.getElementById(id)?.replaceChildren(...children)
}
