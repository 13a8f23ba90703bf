import type { ItemFileInput, ItemImport } from '#contract/items.ts'
import { type Refused, refused } from '#server/http/errors.ts'
import { idempotent } from '#server/http/idempotency.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { agenciesByName, briefOf, takeItems } from './import-items.ts'

/** Somebody hands in the list of their own agency; rows of another one are refused. */
export async function handInItems(
  ctx: RequestContext,
  { fileName, content }: ItemFileInput,
): Promise<ItemImport | Refused> {
  const text = textOf(Buffer.from(content, 'base64'))
  if (text === undefined)
    return refused('invalid-input', undefined, { errors: [{ pointer: '/content', sentence: NO_TEXT }] })
  const { agencyId, personId } = ctx.actor
  return idempotent(ctx, async (tx) => {
    const scope = { agencies: await agenciesByName(tx), agencyId, by: personId }
    const report = await takeItems(tx, { file: fileName, text }, scope, ctx.clock.now())
    ctx.audit({ subject: `items:${agencyId}`, detail: { file: fileName, ...briefOf(report) } })
    return report
  })
}

const NO_TEXT = '文件的编码看不懂，应当是 UTF-8 或者 GBK 的 CSV；Excel 工作簿请另存为 CSV。'

/** UTF-8 proves itself; what is none is GBK as spreadsheets here write it, or no text at all. */
function textOf(bytes: Uint8Array): string | undefined {
  return ['utf-8', 'gb18030']
    .map((label) => decoded(bytes, label))
    .find((text) => text !== undefined && !text.includes('\0'))
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
