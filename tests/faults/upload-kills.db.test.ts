import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Clock, fixedClock } from '#server/clock.ts'
import { removeExpiredUploads } from '#server/features/evidence/remove-expired-uploads.ts'
import { type EvidenceFixture, evidenceFixture } from '../support/evidence-fixture.ts'
import { idOf, sha256Of } from '../support/evidence-uploads.ts'
import { strace } from '../support/strace.ts'
import { append, begin, offsetOf } from '../support/tus-exchange.ts'
import { type UploadProcess, uploadProcess } from '../support/upload-process.ts'

// Each of them starts programs, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let fixture: EvidenceFixture
const children: ChildProcess[] = []

beforeAll(async () => {
  fixture = await evidenceFixture()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await fixture?.drop()
})

let alive: UploadProcess | undefined

/** The server that still runs, or a new one after a kill. */
async function serve(): Promise<UploadProcess> {
  if (alive && alive.child.exitCode === null && alive.child.signalCode === null) return alive
  alive = await uploadProcess(fixture)
  children.push(alive.child)
  return alive
}

/** Ends a process at the moment when it makes the nth of these calls on one of the paths. */
async function killAt(pid: number, call: string, paths: readonly string[]): Promise<void> {
  const [name, nth = '1'] = call.split(' ')
  const watched = paths.flatMap((path) => ['-P', path])
  const inject = ['-e', `trace=${name}`, '-e', `inject=${name}:signal=KILL:when=${nth}`]
  const child = spawn(strace ?? 'strace', ['-f', '-p', String(pid), '-o', '/dev/null', ...inject, ...watched], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  await once(child.stderr ?? child, 'data')
}

const content = (): Buffer => randomBytes(400_000)
const folderOf = (sha256: string): string => join(fixture.root, sha256.slice(0, 2), sha256.slice(2, 4))

/** Rows that name bytes which are neither in the store nor still arriving. */
async function rowsWithoutFile(): Promise<string[]> {
  const server = await fixture.serve()
  try {
    const text = `SELECT b.sha256, u.id, u.state FROM app.blobs b LEFT JOIN app.uploads u ON u.sha256 = b.sha256`
    const { rows } = await fixture.database.owner.query<{ sha256: string; id: string; state: string }>({ text })
    const lost: string[] = []
    for (const { sha256, id, state } of rows) {
      const isThere = (await server.blobs.verify(sha256)) === 'sound'
      const isArriving = state === 'storing' && (await server.blobs.stagedSize(id)) !== undefined
      if (!isThere && !isArriving) lost.push(`${state} ${sha256}`)
    }
    return lost
  } finally {
    await server.close()
  }
}

/** Removes what is left over, as the daily job will in ten days. */
async function cleanUp(): Promise<readonly string[]> {
  const server = await fixture.serve()
  const later: Clock = fixedClock(new Date(Date.now() + 10 * 86_400_000).toISOString())
  await removeExpiredUploads({ ...fixture.contextOf(server.blobs), clock: later })
  await server.close()
  return readdir(join(fixture.root, 'staging'))
}

const MOMENTS: readonly (readonly [string, string])[] = [
  ['while its bytes are written', 'pwrite64 1'],
  ['before its bytes are synced', 'fsync 2'],
  ['when its digest is recorded and it is sealed', 'fchmod 1'],
  ['before it gets its name', 'rename 1'],
  ['after it got its name and before that is durable', 'fsync 4'],
]

describe.skipIf(!strace)('a server that is killed between bytes and row', () => {
  test.each(MOMENTS)(
    '%s leaves no row without its file, and the upload ends well on the next one',
    async (_when, call) => {
      const [{ cookie, caseId }] = fixture.officials
      const [first, bytes] = [await serve(), content()]
      const { url } = await begin({
        origin: first.origin,
        cookie,
        size: bytes.length,
        metadata: { filename: '录像.mp4', caseId },
      })
      const sha256 = sha256Of(bytes)
      const staged = join(fixture.root, 'staging', idOf(url))
      await killAt(first.child.pid ?? 0, call, [
        staged,
        folderOf(sha256),
        join(folderOf(sha256), sha256),
        join(fixture.root, 'staging'),
      ])
      const ended = once(first.child, 'exit')
      await append({ url, cookie, at: 0, body: bytes, cutAfter: bytes.length })
      const [, signal] = await ended
      expect(signal).toBe('SIGKILL')
      expect(await rowsWithoutFile()).toEqual([])

      const second = await serve()
      const again = second.origin + new URL(url).pathname
      const at = (await offsetOf(again, cookie)) ?? 0
      if (at < bytes.length)
        expect((await append({ url: again, cookie, at, body: bytes.subarray(at) }))?.status).toBe(204)
      const { rows } = await fixture.database.owner.query({
        text: 'SELECT state, sha256 FROM app.uploads WHERE id = $1',
        values: [idOf(url)],
      })
      expect(rows).toEqual([{ state: 'finished', sha256 }])
      expect(await rowsWithoutFile()).toEqual([])
    },
  )

  test('and what was given up after a kill is gone after the next clean-up, as is every other left-over', async () => {
    const [{ cookie, caseId }] = fixture.officials
    const server = await serve()
    const { url } = await begin({
      origin: server.origin,
      cookie,
      size: 5_000_000,
      metadata: { filename: '录像.mp4', caseId },
    })
    expect((await append({ url, cookie, at: 0, body: content() }))?.status).toBe(204)
    server.child.kill('SIGKILL')
    await once(server.child, 'exit')
    expect(await readdir(join(fixture.root, 'staging'))).toEqual([idOf(url)])
    expect(await cleanUp()).toEqual([])
    expect(await rowsWithoutFile()).toEqual([])
  })
})
