import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { EvidenceFixture } from './evidence-fixture.ts'

export type UploadProcess = { readonly child: ChildProcess; readonly origin: string }

/** A server for uploads in a process of its own, so that it can be killed. One thread for files, so that calls come in order. */
export async function uploadProcess(fixture: EvidenceFixture): Promise<UploadProcess> {
  const script = join(import.meta.dirname, '../../bench/upload-servers.ts')
  const child = spawn(process.execPath, [script, 'product', fixture.root, fixture.database.urls.app], {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [port] = await once(child.stdout ?? child, 'data')
  return { child, origin: `http://127.0.0.1:${String(port).trim()}` }
}
