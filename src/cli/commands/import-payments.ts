import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { findAgencyId, listAgencyCodes } from '#server/features/intake/index.ts'
import { importPaymentsFor, reportText } from '#server/features/payments/index.ts'
import type { OpenContext } from '#server/open-context.ts'
import { OperatorError } from '#server/operator-error.ts'
import { type Command, wrongUse } from '../command.ts'
import { withOffice } from '../with-office.ts'

const MOST_BYTES = 5_000_000

export const command: Command = {
  summary: '导入银行对账文件（CSV，UTF-8 或者 GBK）：按缴款通知书号入账，同一流水号只入一次，逐行报告',
  usage: ['import payments <文件> --agency <机关代码> [--columns 缴款日期=入账日期,金额=贷方发生额]'],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { agency: { type: 'string' }, columns: { type: 'string', default: '' } },
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0)
      throw wrongUse('应给出银行的对账文件，如 import payments 对账.csv --agency qs-market。')
    const bytes = bytesOf(path)
    return withOffice({ name: 'import payments', say }, async (context) => {
      const agencyId = await agencyOf(context, values.agency)
      const given = { fileName: basename(path).slice(0, 200), bytes, columns: values.columns }
      const report = await importPaymentsFor(context, agencyId, given)
      if ('sentence' in report) throw new OperatorError(report.sentence)
      const isClean = report.totals.every(({ is }) => is === 'booked' || is === 'part' || is === 'known')
      return { text: reportText(report), data: report, exitCode: isClean ? 0 : 1 }
    })
  },
}

function bytesOf(path: string): Uint8Array {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new OperatorError(`没有文件 ${path}，请核对路径。`)
  if (stat.size > MOST_BYTES) throw new OperatorError(`${path} 超过 5 MB，请按日期分成几份再导入。`)
  return readFileSync(path)
}

async function agencyOf({ db }: OpenContext, code: string | undefined): Promise<string> {
  const found = code === undefined ? undefined : await findAgencyId(db, code)
  if (found !== undefined) return found
  const known = (await listAgencyCodes(db)).join('、')
  const wrong = code === undefined ? '请用 --agency 写明是哪个机关的账户' : `没有代码为 ${code} 的机关`
  throw new OperatorError(`${wrong}；现有机关代码：${known || '（还没有机关）'}。`, 2)
}
