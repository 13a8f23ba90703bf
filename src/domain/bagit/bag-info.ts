import { type BagFinding, bagError, linesOf } from './bag-finding.ts'

export type BagInfo = {
  readonly tags: readonly { readonly label: string; readonly value: string; readonly line: number }[]
  readonly findings: readonly BagFinding[]
}

const FILE = 'bag-info.txt'

/** Reads `bag-info.txt` (RFC 8493 section 2.2.2); a line that begins with white space goes on with the one before. */
export function parseBagInfo(text: string): BagInfo {
  const tags: Tag[] = []
  const findings: BagFinding[] = []
  for (const [index, line] of linesOf(text).entries()) {
    if (!take(tags, line, index + 1)) findings.push(bagError('应是“名称: 内容”。', FILE, index + 1))
  }
  return { tags, findings }
}

type Tag = { label: string; value: string; line: number }

function take(tags: Tag[], text: string, line: number): boolean {
  const last = tags.at(-1)
  if (/^[ \t]/.test(text) && last) {
    last.value = `${last.value} ${text.trim()}`
    return true
  }
  const match = /^([^\s:][^:]*?)\s*:\s*(.*)$/s.exec(text)
  if (match) tags.push({ label: match[1] ?? '', value: (match[2] ?? '').trimEnd(), line })
  return match !== null || text.trim() === ''
}

/** What `Payload-Oxum` says of the payload: bytes and number of files. */
export function refuseOxum(info: BagInfo, payload: { readonly bytes: number; readonly files: number }): BagFinding[] {
  return info.tags
    .filter(({ label }) => label.toLowerCase() === 'payload-oxum')
    .flatMap(({ value, line }) => {
      const match = /^(\d+)\.(\d+)$/.exec(value)
      if (!match) return [bagError(`Payload-Oxum 应是“字节数.文件数”，这里是“${value}”。`, FILE, line)]
      if (Number(match[1]) === payload.bytes && Number(match[2]) === payload.files) return []
      const found = `${payload.bytes} 字节、${payload.files} 个文件`
      return [bagError(`Payload-Oxum 说有 ${match[1]} 字节、${match[2]} 个文件，实际有 ${found}。`, FILE, line)]
    })
}
