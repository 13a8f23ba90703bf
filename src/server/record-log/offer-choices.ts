import type { Histories } from './compare-histories.ts'
import type { Choice } from './decision-content.ts'

export type Offer = {
  readonly choice: Choice
  /** Whether it may be chosen now. */
  readonly isOpen: boolean
  /** What it does, or why it is closed. */
  readonly sentence: string
}

/** What may be chosen; restoring the right database always comes first and needs no decision. */
export function offersOf(histories: Histories): readonly Offer[] {
  return [offerContinue(histories), offerNewLog(histories)]
}

function offerContinue(histories: Histories): Offer {
  const closed = whyNotContinue(histories)
  if (closed) return { choice: 'continue', isOpen: false, sentence: closed }
  const lost = histories.missing.filter(({ leafId }) => leafId === undefined).length
  const found = histories.missing.length - lost
  const size = histories.published?.size ?? 0n
  const sentence = `沿用已公布的历史，从第 ${size} 条接着签：公布过的一条不改，见证方和已发的回执照常有效。${
    histories.missing.length === 0
      ? '本库没有缺少条目。'
      : `本库缺的 ${histories.missing.length} 条中，${found} 条的叶还在、补上序号，${lost} 条的内容没有随备份回来，序号保留并注明。`
  }`
  return { choice: 'continue', isOpen: true, sentence }
}

const CONTINUABLE: readonly string[] = ['old-database', 'foreign-rows']

function whyNotContinue(histories: Histories): string | undefined {
  const { problem } = histories
  if (!problem) return '日志没有停止签名，不需要续签。'
  if (problem.code === 'witness') return '见证方会签过的历史不在本机的文件里，证明不了怎样接上；请先找更新的备份。'
  if (!CONTINUABLE.includes(problem.code)) return `这种情况不能沿用：${problem.sentence}`
  return whyNotProved(histories)
}

function whyNotProved({ published, filesHold, isBeginning, differing }: Histories): string | undefined {
  if (!published) return '没有已公布的检查点，或者它不是本日志签的名。'
  if (!filesHold) return '存储里的瓦片算不出已公布的根，证明不了已公布的历史；请先恢复 log/ 文件夹。'
  if (!isBeginning || differing.length > 0) return '已公布的历史不是从本库的历史长出来的，两者不能接在一起。'
  return undefined
}

const RESTARTABLE: readonly string[] = ['old-database', 'foreign-rows', 'fork', 'entries', 'witness']

function offerNewLog({ problem, epoch }: Histories): Offer {
  if (!problem || !RESTARTABLE.includes(problem.code)) {
    return {
      choice: 'new-log',
      isOpen: false,
      sentence: problem ? `不用另起：${problem.sentence}` : '日志没有停止签名，不需要另起。',
    }
  }
  const sentence = `另起第 ${epoch + 2} 部日志（新名称、新密钥），本库全部的叶从头编号；旧日志原样留在原处，旧回执凭旧公钥仍可核验。见证方须另行登记新公钥。`
  return { choice: 'new-log', isOpen: true, sentence }
}
