import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Recipe } from '#domain/recording/recipe.ts'
import { insertBlob, type NewBlob } from '#server/blobs/blob-rows.ts'
import type { Context } from '#server/context.ts'
import {
  demuxerOf,
  hasMediaPrograms,
  inputOf,
  LIMITS,
  runMedia,
  storeDerived,
  wholeMs,
  withSource,
} from '#server/features/renditions/index.ts'
import { auditStatement } from '#server/http/idempotency.ts'
import { newId } from '#server/ids.ts'
import { settleDerivative } from './derivatives-store.ts'
import { FONT, ffmpegOrder, type Medium, TEXT } from './ffmpeg-recipe.ts'
import { markFont } from './mark-font.ts'

type Asked = {
  readonly recordingId: string
  readonly agencyId: string
  readonly medium: Medium
  readonly parentSha256: string
  readonly mediaType: string
  readonly durationMs: number | null
  readonly recipe: Recipe
}

const NO_PROGRAM =
  '服务器上没有安装 ffmpeg，不能截取、遮盖和加水印；原件不受影响。请系统管理员安装 ffmpeg，然后再制作一次。'
const NO_READER = '认不出文件的格式，做不成；原件不受影响。请用设备自带的程序查看原件。'
const BROKEN = '文件的内容读不了或者有损坏，没有做成；原件不受影响。请先在线播放看文件是否完好。'
const TOO_LONG = '做得太久，已经停下；原件不受影响。请先截取需要的一段，再在片段上做。'

/** Makes what was asked for from its parent, which is only read. What cannot be made says why and can be asked for again. */
export async function makeDerivative(
  ctx: Context,
  id: string,
  isAble: () => Promise<boolean> = hasMediaPrograms,
): Promise<'made' | 'failed' | 'known'> {
  const asked = await findAsked(ctx, id)
  if (!asked) return 'known'
  const made = (await isAble()) ? await make(ctx, id, asked) : NO_PROGRAM
  if (typeof made === 'string') {
    const at = ctx.clock.now().toISOString()
    await ctx.db.transaction((tx) => settleDerivative(tx, id, { state: 'failed', sentence: made, at }))
    return 'failed'
  }
  await keep(ctx, id, asked, made)
  return 'made'
}

async function findAsked({ db }: Context, id: string): Promise<Asked | undefined> {
  const { rows } = await db.query<Asked>({
    name: 'derivative-asked-for',
    text: `SELECT d.recording_id AS "recordingId", r.agency_id AS "agencyId", r.medium, d.parent_sha256 AS "parentSha256",
        b.media_type AS "mediaType", d.recipe, (n.probe ->> 'durationMs')::float8 AS "durationMs"
      FROM app.derivatives d JOIN app.recordings r ON r.id = d.recording_id JOIN app.blobs b ON b.sha256 = d.parent_sha256
      LEFT JOIN app.renditions n ON n.sha256 = r.sha256 WHERE d.id = $1 AND d.state = 'waiting'`,
    values: [id],
  })
  return rows[0]
}

/** The file in the store, or the sentence that says why there is none. */
async function make(ctx: Context, id: string, asked: Asked): Promise<NewBlob | string> {
  const demuxer = demuxerOf(asked.mediaType)
  if (demuxer === undefined) return NO_READER
  const order = ffmpegOrder(asked.recipe, asked.medium)
  return withSource(ctx.blobs, asked.parentSha256, async ({ sourceFd, folder }) => {
    if (order.text !== undefined) {
      await writeFile(join(folder, TEXT), order.text)
      await copyFile(markFont(), join(folder, FONT))
    }
    const args = [...inputOf(demuxer, ...order.before), ...order.args]
    const timeMs = wholeMs(asked.durationMs)
    const end = await runMedia({ program: 'ffmpeg', args, sourceFd, folder, timeMs, fileBytes: LIMITS.webBytes })
    if (end.is === 'done') {
      const path = join(folder, order.result)
      return storeDerived(ctx.blobs, { path, mediaType: order.mediaType, at: ctx.clock.now().toISOString() })
    }
    ctx.log.warn({ derivative: id, said: end.said }, 'a derivative could not be made')
    return end.is === 'stopped' ? TOO_LONG : BROKEN
  })
}

/** Bytes first, then the row that names them: what the row names is there. */
async function keep(ctx: Context, id: string, asked: Asked, made: NewBlob): Promise<void> {
  const { sha256, at } = made
  await ctx.db.transaction(async (tx) => {
    await tx.query(insertBlob(made))
    if (!(await settleDerivative(tx, id, { state: 'ready', sha256, at }))) return
    const detail = JSON.stringify({ derivative: id, sha256, parent: asked.parentSha256, by: 'rule' })
    const subject = `recording:${asked.recordingId}`
    const entry = { name: 'recording-derived', actorId: null, agencyId: asked.agencyId, subject, detail, address: null }
    await tx.query(auditStatement({ id: newId(), at, ...entry }))
  })
}
