import type { Context } from '#server/context.ts'
import { type Finding, good, wanting } from './finding.ts'

/** The hands of signatures against the digests in the events, which the record log holds. */
export async function examineStrokes(context: Pick<Context, 'db'>): Promise<Finding[]> {
  const { compareStrokes } = await import('#server/features/signing/compare-strokes.ts')
  const { compared, differing } = await compareStrokes(context)
  if (differing.length === 0) return [good('signatures', `${compared} 个屏幕签名的笔迹与事件里的摘要一致。`)]
  const named = `${differing.slice(0, 10).join('、')}${differing.length > 10 ? ' 等' : ''}`
  return [wanting('signatures', `${differing.length} 个屏幕签名的笔迹不在，或者与事件里的摘要不一致：${named}。`)]
}
