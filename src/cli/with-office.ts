import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import type { OpenContext } from '#server/open-context.ts'
import { RunningParts } from './running-parts.ts'
import { openOffice } from './serve-parts.ts'

type Use = { readonly name: string; readonly say: (sentence: string) => void }

/** Runs the work on the office of this machine's settings and closes everything afterwards. */
export async function withOffice<T>({ name, say }: Use, work: (context: OpenContext) => Promise<T>): Promise<T> {
  const parts = new RunningParts()
  try {
    const settings = readSettings()
    const connected = await connect(settings, { name, say })
    parts.add('数据库', () => connected.release())
    return await work(await openOffice(settings, connected, parts))
  } finally {
    await parts.closeAll(say)
  }
}
