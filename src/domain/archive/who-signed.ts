import type { CaseState } from '../case/state.ts'
import { type Refused, type Signed, type SignerRole, wayOf } from '../signing/signature.ts'
import type { Inventory } from './inventory.ts'

const QUALITIES: Readonly<Record<SignerRole, string>> = {
  party: '当事人一方',
  officer: '执法人员',
  witness: '见证人',
}

/** Who signed which paper of a package on a screen and who refused, as its events say it; one sentence for each paper. */
export function whoSigned({ items }: Pick<Inventory, 'items'>, state: CaseState): readonly string[] {
  const papers = items.filter(({ kind }) => kind === 'document')
  return papers.flatMap(({ id, no, title, file }) => {
    const of = <T extends { readonly document: string }>(all: readonly T[] = []) =>
      all.filter(({ document }) => document === id)
    const words = [...of(state.signatures).map(signature), ...of(state.unsigned).map(refusal)]
    if (words.length === 0 || !file) return []
    return [
      `第 ${no} 件《${title}》在屏幕上的签名都是对包里这一份文件（SHA-256 ${file.sha256}）作的：${words.join('；')}。`,
    ]
  })
}

const signature = (one: Signed): string => `${whose(one)} ${one.on} 签名（${wayOf(one)}）`
const refusal = (one: Refused): string => `${whose(one)} ${one.on} 拒绝签名`

function whose({ name, as, capacity }: Signed | Refused): string {
  return `${name}（${QUALITIES[as]}${capacity === undefined ? '' : `，${capacity}`}）`
}
