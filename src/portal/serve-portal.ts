import { buildPortal } from './build-portal.ts'
import type { PortalContext } from './portal-context.ts'

export type ServedPortal = { readonly address: string; close(): Promise<void> }

/** Listens for the public site on PORTAL_PORT. `close` lets running answers end first. Throws EADDRINUSE and the like as they come. */
export async function servePortal(ctx: PortalContext): Promise<ServedPortal> {
  const app = await buildPortal(ctx)
  try {
    const address = await app.listen({ host: ctx.config.host, port: ctx.config.portalPort })
    return { address, close: () => app.close() }
  } catch (error) {
    await app.close()
    throw error
  }
}
