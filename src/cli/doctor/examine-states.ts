import type { Context } from '#server/context.ts'
import { type Finding, good, wanting } from './finding.ts'

/** The stored state of each case against the one that its events give. */
export async function examineStates(context: Context): Promise<Finding[]> {
  const { compareRefold } = await import('#server/features/cases/refold.ts')
  const { compared, different } = await compareRefold(context)
  if (different.length === 0) return [good('case-states', `${compared} 个案件的状态与事件一致。`)]
  const named = different.slice(0, 10).join('、')
  return [
    wanting(
      'case-states',
      `${different.length} 个案件的状态与事件不一致：${named}${different.length > 10 ? ' 等' : ''}。`,
    ),
  ]
}
