import { noTransferOpen } from '#domain/case/gates/transfer.ts'
import type { Gate } from '#domain/procedure/definition.ts'

/** Beside what was decided, which goes on: a crime that shows itself later is handed over all the same, and no penalty stands in its place. */
export function transferDecided<const Gates extends readonly Gate[]>(...gates: Gates) {
  return {
    title: '已经处罚，涉嫌犯罪，报请移送公安机关',
    by: 'handler',
    asks: ['crime-reason'],
    gates: [...gates, noTransferOpen],
    opens: 'transfer',
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》第十一条',
  } as const
}
