import { parseArgs } from 'node:util'
import { hex } from '#domain/record-log/bytes.ts'
import type { Context } from '#server/context.ts'
import { compareHistories, type Histories } from '#server/record-log/compare-histories.ts'
import { CHOICES, type Choice, type Decision } from '#server/record-log/decision-content.ts'
import { readEpoch } from '#server/record-log/epoch.ts'
import { type Offer, offersOf } from '#server/record-log/offer-choices.ts'
import { finishNewLog, resumeLog } from '#server/record-log/resume-log.ts'
import { readLogKeys } from '#server/record-log/signing-key.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'
import { withOffice } from '../with-office.ts'

const OPTIONS = { choose: { type: 'string' }, reason: { type: 'string' }, by: { type: 'string' } } as const

export const command: Command = {
  summary: '日志停签以后：说明数据库与已公布的差在哪里、可以怎样接下去；选定的，记录在案再恢复签名',
  usage: ['log reconcile', 'log reconcile --choose <continue|new-log> --by <决定人> --reason <理由>'],
  run: async (args, say) => {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { choose, reason, by } = values
    if (choose === undefined) return withOffice({ name: 'log reconcile', say }, explain)
    const choice = CHOICES.find((known) => known === choose)
    if (!choice) throw wrongUse(`--choose 应为 ${CHOICES.join(' 或 ')}。`)
    if (!reason || !by) throw wrongUse('选定时要写明 --by 决定人和 --reason 理由，它们会写入审计和存证日志。')
    return withOffice({ name: 'log reconcile', say }, (context) => decide(context, { choice, reason, decidedBy: by }))
  },
}

type Chosen = { readonly choice: Choice; readonly reason: string; readonly decidedBy: string }

async function explain(context: Context): Promise<Answer> {
  const finished = await finishStarted(context)
  if (finished) return finished
  const histories = await compareHistories(context)
  const offers = offersOf(histories)
  return {
    text: linesOf(histories, offers).join('\n'),
    data: dataOf(histories, offers),
    exitCode: histories.problem ? 1 : 0,
  }
}

/** What was decided and cut off before its key was made is carried out. */
async function finishStarted(context: Context): Promise<Answer | undefined> {
  const { origin } = await readEpoch(context.db)
  if (origin === undefined || readLogKeys(context.config).signing?.vkey.name === origin) return undefined
  await finishNewLog(context, origin)
  const text = `已决定另起的日志“${origin}”有了密钥，签名随 start、work 恢复；别的机器请复制新的 log-key 和 log-key.<日期>。`
  return { text, data: { finished: origin } }
}

async function decide(context: Context, chosen: Chosen): Promise<Answer> {
  const decision = await resumeLog(context, chosen)
  return { text: decided(decision), data: decision }
}

function decided({ choice, toSize, origin, decision }: Decision): string {
  const first =
    choice === 'continue'
      ? `已决定沿用已公布的历史，从第 ${toSize} 条接着签。`
      : `已决定另起日志“${origin}”，新密钥已建立；旧日志留在原处。请把新公钥告知见证方，别的机器请复制新的 log-key 和 log-key.<日期>。`
  return `${first}\n决定编号 ${decision}，已写入审计，并将作为一条签入日志。签名随 start、work 恢复。`
}

function linesOf(
  { problem, head, published, missing, differing }: Histories,
  offers: readonly Offer[],
): readonly string[] {
  if (!problem) return ['存证日志没有停止签名，不需要续签。']
  const lost = missing.filter(({ leafId }) => leafId === undefined)
  const own = head ? `第 ${head.size} 条，根 ${hex(head.root).slice(0, 16)}…，${head.signedAt} 签名` : '还没有签过'
  const other = published
    ? `第 ${published.size} 条，根 ${hex(published.root).slice(0, 16)}…`
    : '没有，或者不是本日志签的名'
  return [
    `✗ ${problem.sentence}`,
    `本库签到：${own}`,
    `已公布到：${other}`,
    ...(missing.length > 0
      ? [
          `本库缺少：${spanOf(missing.map(({ index }) => index))}；其中叶还在的 ${missing.length - lost.length} 条，内容没有回来的 ${lost.length} 条`,
        ]
      : []),
    ...(differing.length > 0 ? [`两边不同：序号 ${differing.join('、')}${differing.length >= 20 ? ' 等' : ''}`] : []),
    '可以：',
    '  · 首选：恢复更新的数据库备份和 log/ 文件夹，再启动；恢复对了，签名自己会继续，不需要决定。',
    ...offers.map(({ choice, isOpen, sentence }) => `  ${isOpen ? '·' : '✗'} --choose ${choice}：${sentence}`),
  ]
}

const spanOf = (indexes: readonly number[]): string =>
  `序号 ${indexes[0]} 至 ${indexes.at(-1)}，共 ${indexes.length} 条`

function dataOf({ problem, epoch, head, published, missing, differing }: Histories, offers: readonly Offer[]): unknown {
  return {
    problem,
    epoch,
    database: head && { size: head.size, root: hex(head.root), signedAt: head.signedAt },
    published: published && { size: Number(published.size), root: hex(published.root) },
    missing: missing.map(({ index, leafId }) => ({ index, isFound: leafId !== undefined })),
    differing,
    choices: offers,
  }
}
