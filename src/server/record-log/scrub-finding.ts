/** What was found changed. */
export type ScrubFinding = {
  readonly kind:
    | 'event'
    | 'leaf'
    | 'entry'
    | 'tile'
    | 'bundle'
    | 'checkpoint'
    | 'document'
    | 'blob'
    | 'recording'
    | 'reconciliation'
    | 'disclosure'
    | 'rendition'
    | 'refusal'
    | 'cosignature'
    | 'timestamp'
    | 'page'
  /** Subject, index, file name or digest. */
  readonly name: string
  readonly sentence: string
}

/** Takes a finding; nothing when there is none. */
export type Tell = (finding: ScrubFinding | undefined) => void

const TITLES: Readonly<Record<ScrubFinding['kind'], string>> = {
  event: '办案记录',
  leaf: '叶',
  entry: '条目',
  tile: '瓦片',
  bundle: '条目瓦片',
  checkpoint: '检查点',
  document: '文书',
  blob: '原件',
  recording: '音像记录',
  reconciliation: '续签决定',
  disclosure: '公示',
  rendition: '播放材料',
  refusal: '见证方的拒签',
  cosignature: '会签',
  timestamp: '时间戳',
  page: '离线核验页',
}

/** Says of which log, where it is not the first one. */
export const inEpoch = (epoch: number, name: string): string =>
  epoch === 0 ? name : `${name}（第 ${epoch + 1} 部日志）`

/** A finding in one sentence; `what` says how it deviates. */
export const finding = (kind: ScrubFinding['kind'], name: string, what: string): ScrubFinding => ({
  kind,
  name,
  sentence: `${TITLES[kind]} ${name}：${what}。`,
})
