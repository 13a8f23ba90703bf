import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { storeOnce } from '../support/store-once.ts'
import { contentOf, NAMED, STAGED } from '../support/stored-content.ts'
import { type Call, strace, traced } from '../support/strace.ts'

const LENGTH = 300_000
const ERRORS = ['EIO', 'ENOSPC'] as const
const content = contentOf(LENGTH)
const sha256 = createHash('sha256').update(content).digest('hex')
const [first, second] = [sha256.slice(0, 2), sha256.slice(2, 4)]

const root = mkdtempSync(join(tmpdir(), 'zhaofa-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folders = 0
function newFolder(): string {
  folders += 1
  return mkdtempSync(join(root, `${folders}-`))
}

type Way = {
  readonly kind: 'blob' | 'named'
  readonly calls: string
  paths(folder: string): readonly string[]
  /** Where the stored file stands. */
  target(folder: string): string
}

const BLOB: Way = {
  kind: 'blob',
  calls: 'file,desc',
  paths: (folder) =>
    ['', 'staging', `staging/${STAGED}`, first, `${first}/${second}`, `${first}/${second}/${sha256}`].map((path) =>
      join(folder, path),
    ),
  target: (folder) => join(folder, first, second, sha256),
}
/** A file of the log is written under a random name first: its calls are told by their kind, which nothing else here makes. */
const LOG_FILE: Way = {
  kind: 'named',
  calls: 'mkdir,fsync,fdatasync,rename,pwrite64',
  paths: () => [],
  target: (folder) => join(folder, NAMED),
}

const run = (way: Way, folder: string, inject?: string) =>
  traced({
    script: 'store-once.ts',
    args: [folder, way.kind, String(LENGTH)],
    calls: way.calls,
    paths: way.paths(folder),
    ...(inject === undefined ? {} : { inject }),
  })

/** Files below the folder that are neither the stored one nor a folder. */
function leftOver(way: Way, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== way.target(folder))
}

/** One call fails once: nothing is called stored, nothing false stands there, and the next attempt stores it whole. */
async function expectRefusedThenStored(way: Way, { name, nth }: Call, error: string): Promise<string | undefined> {
  const folder = newFolder()
  const failed = await run(way, folder, `${name}:error=${error}:when=${nth}`)
  const target = way.target(folder)
  const isFalse = existsSync(target) && !readFileSync(target).equals(content)
  const again = await storeOnce(folder, way.kind, LENGTH)
  const isWhole = existsSync(target) && readFileSync(target).equals(content)
  // Making folders, Node says ENOENT for whatever stopped it.
  const said = failed.stdout.replace(/ENOENT$/, error)
  const outcome = { said, isFalse, again, isWhole, left: leftOver(way, folder) }
  const right = { said: `refused ${error}`, isFalse: false, again: 'stored', isWhole: true, left: [] }
  rmSync(folder, { recursive: true, force: true })
  return JSON.stringify(outcome) === JSON.stringify(right)
    ? undefined
    : `${name} ${nth} ${error}: ${JSON.stringify(outcome)}`
}

async function wrongOutcomes(way: Way): Promise<{ tried: number; wrong: string[] }> {
  const sound = await run(way, newFolder())
  expect(sound.stdout).toBe('stored')
  // A descriptor whose closing fails is closed all the same.
  const faults = sound.calls
    .filter(({ name }) => name !== 'close')
    .flatMap((call) => ERRORS.map((error) => ({ call, error })))
  const wrong: string[] = []
  const lane = async () => {
    for (let next = faults.pop(); next; next = faults.pop()) {
      const found = await expectRefusedThenStored(way, next.call, next.error)
      if (found) wrong.push(found)
    }
  }
  const tried = faults.length
  await Promise.all([lane(), lane()])
  return { tried, wrong }
}

describe.skipIf(!strace)('each system call on the way to the store fails once', () => {
  test('the bytes are synced before they get their name, and the name after it', async () => {
    const { calls } = await run(BLOB, newFolder())
    const names = calls.map(({ name }) => name)
    const rename = names.indexOf('rename')
    expect(names.slice(rename)).toEqual(['rename', 'openat', 'fsync', 'close'])
    expect(names.slice(names.indexOf('fchmod'), names.indexOf('fchmod') + 3)).toEqual(['fchmod', 'fsync', 'close'])
  })

  test('a name that could not be made durable is synced by the next one before it says so', async () => {
    const folder = newFolder()
    const { calls } = await run(BLOB, folder)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    const last = calls.filter(({ name }) => name === 'fsync').length
    expect((await run(BLOB, folder, `fsync:error=EIO:when=${last}`)).stdout).toBe('refused EIO')
    expect(existsSync(BLOB.target(folder))).toBe(true)
    const again = await run({ ...BLOB, paths: () => [join(folder, first, second)] }, folder)
    expect(again.stdout).toBe('stored')
    expect(again.calls.map(({ name }) => name)).toContain('fsync')
  })

  test('a blob is never called stored when it is not durable, and stores the next time', async () => {
    const { tried, wrong } = await wrongOutcomes(BLOB)
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(40)
  }, 300_000)

  test('nor is a file of the record log', async () => {
    const { tried, wrong } = await wrongOutcomes(LOG_FILE)
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(10)
  }, 300_000)
})
