import { parseArgs } from 'node:util'
import { scrubLog } from '#server/record-log/scrub-log.ts'
import type { Command } from '../command.ts'
import { withOffice } from '../with-office.ts'

export const command: Command = {
  summary: '全面核对：案件记录、叶、条目、瓦片、检查点、文书和证据原件，指出改动过的每一处；只读',
  usage: ['log scrub'],
  run: async (args, say) => {
    parseArgs({ args: [...args], options: {} })
    const report = await withOffice({ name: 'log scrub', say }, (context) => scrubLog(context, progress(say)))
    const { entries, earlier, stamps, waiting, checkpoints, blobs, findings } = report
    const before = earlier > 0 ? `（以前各部日志 ${earlier} 条）` : ''
    const scope = `条目 ${entries} 条${before}、检查点 ${checkpoints} 个、待签 ${waiting} 条、证据原件 ${blobs} 件`
    const unjudged = stamps.count > 0 && !stamps.isChainJudged ? `\n${UNJUDGED}` : ''
    const text =
      findings.length === 0
        ? `核对完毕，没有发现改动：${scope}。`
        : `发现 ${findings.length} 处改动（${scope}）：\n${findings.map(({ sentence }) => `✗ ${sentence}`).join('\n')}`
    return { text: `${text}${unjudged}`, data: report, exitCode: findings.length === 0 ? 0 : 1 }
  },
}

const UNJUDGED = '时间戳只核对了签名和所盖的摘要；签发证书属于谁没有判断：没有给出信任的根证书（LOG_TSA_ANCHORS）。'

const STRIDE = 100_000

function progress(say: (sentence: string) => void): (entries: number) => void {
  let next = STRIDE
  return (entries) => {
    if (entries < next) return
    say(`已核对 ${entries} 条…`)
    next += STRIDE
  }
}
