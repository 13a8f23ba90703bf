import type { Context } from '#server/context.ts'
import { type Finding, good, wanting } from './finding.ts'

/** The stored state of each case against the one that its events give. */
export async function examineStates(context: Context): Promise<Finding[]> {
  const { compareRefold } = await import('#server/features/cases/refold.ts')
  const { cases, differing } = await compareRefold(context)
  if (differing.length === 0) return [good('case-states', `${cases} 个案件的状态与事件一致。`)]
  const named = differing.slice(0, 10).join('、')
  return [
    wanting(
      'case-states',
      `${differing.length} 个案件的状态与事件不一致：${named}${differing.length > 10 ? ' 等' : ''}。`,
    ),
  ]
}
