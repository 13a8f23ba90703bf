import { buildApp } from './app.ts'
import type { Context } from './context.ts'
import { buildPackage, examineDossier } from './features/archive/index.ts'
import { meetPublicationClock } from './features/cases/index.ts'
import { disclosureJobs } from './features/disclosure/index.ts'
import { typesetIssued } from './features/documents/index.ts'
import { removeExpiredUploads } from './features/evidence/index.ts'
import { noticeJobs } from './features/notices/index.ts'
import { makeDerivative } from './features/recordings/index.ts'
import { makeRendition, resumeRenditions } from './features/renditions/index.ts'
import { drawSignedPaper } from './features/signing/index.ts'
import { trailJobs } from './features/trails/index.ts'
import { forgetAnswers } from './http/forget-answers.ts'
import type { Handlers } from './jobs/tasks.ts'
import { runWorker as runJobs, type Worker } from './jobs/worker.ts'
import { runSequencer } from './record-log/sequencer.ts'

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

/** Every background task with the feature that does it. */
const handlers: Handlers = {
  ...disclosureJobs,
  ...trailJobs,
  ...noticeJobs,
  'draw-signed-paper': (ctx, { documentId }) => drawSignedPaper(ctx, documentId),
  'typeset-document': (ctx, { documentId }) => typesetIssued(ctx, documentId),
  'meet-publication-clock': meetPublicationClock,
  'remove-expired-uploads': (ctx) => removeExpiredUploads(ctx),
  'forget-answers': (ctx) => forgetAnswers(ctx),
  'make-rendition': (ctx, { sha256 }) => makeRendition(ctx, sha256),
  'make-derivative': (ctx, { derivativeId }) => makeDerivative(ctx, derivativeId),
  'examine-dossier': (ctx, { dossierId }) => examineDossier(ctx, dossierId),
  'build-package': (ctx, { packageId }) => buildPackage(ctx, packageId),
}

/** Works off background jobs and numbers the record log until closed; of several processes one numbers at a time. */
export async function runWorker(context: Context): Promise<Worker> {
  await resumeRenditions(context)
  const jobs = await runJobs(context, handlers)
  const sequencer = runSequencer(context)
  return {
    close: async () => {
      await sequencer.close()
      await jobs.close()
    },
  }
}
