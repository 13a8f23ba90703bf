import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findAgencyId, listAgencyCodes, reportText, takeBatch, watchFolder } from '#server/features/intake/index.ts'
import type { OpenContext } from '#server/open-context.ts'
import { OperatorError } from '#server/operator-error.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'
import { untilStopped } from '../until-stopped.ts'
import { withOffice } from '../with-office.ts'

export const command: Command = {
  summary: '接收采集站的文件夹：按清单核对摘要、设备和执法证号，存为音像记录；--watch 一直看着',
  usage: ['intake <文件夹> --agency <机关代码> [--watch]'],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { agency: { type: 'string' }, watch: { type: 'boolean', default: false } },
    })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0)
      throw wrongUse('应给出采集站写入的文件夹，如 intake /采集站 --agency qs-market。')
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new OperatorError(`没有文件夹 ${folder}，请核对路径。`)
    return withOffice({ name: 'intake', say }, async (context) => {
      const agencyId = await agencyOf(context, values.agency)
      return values.watch ? watch(context, { folder, agencyId }, say) : once(context, { folder, agencyId })
    })
  },
}

type Where = { readonly folder: string; readonly agencyId: string }

async function agencyOf({ db }: OpenContext, code: string | undefined): Promise<string> {
  const found = code === undefined ? undefined : await findAgencyId(db, code)
  if (found !== undefined) return found
  const known = (await listAgencyCodes(db)).join('、')
  const wrong = code === undefined ? '请用 --agency 写明是哪个机关的采集站' : `没有代码为 ${code} 的机关`
  throw new OperatorError(`${wrong}；现有机关代码：${known || '（还没有机关）'}。`, 2)
}

async function once(context: OpenContext, where: Where): Promise<Answer> {
  const report = await takeBatch(context, { ...where, mayStillGrow: () => false, mayStillCome: () => false })
  if ('sentence' in report) throw new OperatorError(report.sentence)
  return { text: reportText(report), data: report, exitCode: report.wrong + report.waiting > 0 ? 1 : 0 }
}

async function watch(context: OpenContext, where: Where, say: (sentence: string) => void): Promise<Answer> {
  await untilStopped(async (parts) => {
    const watching = watchFolder(context, where, say)
    parts.add('采集站', async () => {
      watching.close()
      await watching.stopped
    })
    say(`正在看着 ${where.folder}；Ctrl+C 停止。`)
  }, say)
  return { text: '', data: { stopped: true } }
}
