import { buildApp } from './app.ts'
import type { Context } from './context.ts'

export type ServedDesk = { readonly address: string; close(): Promise<void> }

/** Listens for the desk and its API. `close` lets running requests end first. Throws EADDRINUSE and the like as they come. */
export async function serveDesk(context: Context): Promise<ServedDesk> {
  const app = await buildApp(context)
  try {
    const address = await app.listen({ host: context.config.host, port: context.config.port })
    return { address, close: () => app.close() }
  } catch (error) {
    await app.close()
    throw error
  }
}
