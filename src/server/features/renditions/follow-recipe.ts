import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recipe } from '#domain/recording/recipe.ts'
import type { Context } from '#server/context.ts'
import { demuxerOf } from './demuxers.ts'
import { FONT, ffmpegOrder, type Medium, TEXT } from './ffmpeg-recipe.ts'
import { LIMITS, wholeMs } from './limits.ts'
import { markFont } from './mark-font.ts'
import { hasMediaPrograms, inputOf, runMedia } from './run-media.ts'
import { withSource } from './source-file.ts'

export type Parent = {
  readonly sha256: string
  readonly mediaType: string
  readonly medium: Medium
  readonly durationMs: number | null
}

export type Followed<T> =
  | { readonly is: 'made'; readonly made: T }
  | { readonly is: 'not-made'; readonly sentence: string }

const NO_PROGRAM =
  '服务器上没有安装 ffmpeg，不能截取、遮盖和加水印；原件不受影响。请系统管理员安装 ffmpeg，然后再制作一次。'
const NO_READER = '认不出文件的格式，做不成；原件不受影响。请用设备自带的程序查看原件。'
const BROKEN = '文件的内容读不了或者有损坏，没有做成；原件不受影响。请先在线播放看文件是否完好。'
const TOO_LONG = '做得太久，已经停下；原件不受影响。请先截取需要的一段，再在片段上做。'

/** Follows a recipe on a stored file, which is only read; `take` gets the result while it is there. */
export async function followRecipe<T>(
  ctx: Pick<Context, 'blobs' | 'log'>,
  parent: Parent,
  recipe: Recipe,
  take: (path: string, mediaType: string) => Promise<T>,
  isAble: () => Promise<boolean> = hasMediaPrograms,
): Promise<Followed<T>> {
  if (!(await isAble())) return { is: 'not-made', sentence: NO_PROGRAM }
  const demuxer = demuxerOf(parent.mediaType)
  if (demuxer === undefined) return { is: 'not-made', sentence: NO_READER }
  const order = ffmpegOrder(recipe, parent.medium)
  return withSource(ctx.blobs, parent.sha256, async ({ sourceFd, folder }) => {
    if (order.text !== undefined) {
      await writeFile(join(folder, TEXT), order.text)
      await copyFile(markFont(), join(folder, FONT))
    }
    const args = [...inputOf(demuxer, ...order.before), ...order.args]
    const timeMs = wholeMs(parent.durationMs)
    const end = await runMedia({ program: 'ffmpeg', args, sourceFd, folder, timeMs, fileBytes: LIMITS.webBytes })
    if (end.is === 'done') return { is: 'made', made: await take(join(folder, order.result), order.mediaType) }
    ctx.log.warn({ parent: parent.sha256, said: end.said }, 'a derivative could not be made')
    return { is: 'not-made', sentence: end.is === 'stopped' ? TOO_LONG : BROKEN }
  })
}
