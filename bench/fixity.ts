import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openFolderStore } from '#server/blobs/folder-store.ts'
import { type Figure, median, round } from './figure.ts'

const MIB = 1024 * 1024
const FILES = 64
const EACH = 8 * MIB
const ROUNDS = 5

/** The scan of all blobs in turn with the system's `sha256sum` over the same files, five times; medians. */
export async function measure(): Promise<Figure[]> {
  const root = await mkdtemp(join(tmpdir(), 'zhaofa-bench-fixity-'))
  try {
    const stored = await storeFiles(root)
    const blobs = await openFolderStore(root)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      theirs.push(await timed(() => sha256sum(stored.map(({ path }) => path))))
      ours.push(await timed(() => scan(blobs, stored)))
    }
    await blobs.close()
    return figures(rate(ours), rate(theirs))
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

type Stored = { readonly sha256: string; readonly path: string }

async function storeFiles(root: string): Promise<Stored[]> {
  const stored: Stored[] = []
  for (let nth = 0; nth < FILES; nth += 1) {
    const bytes = randomBytes(EACH)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const path = join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    stored.push({ sha256, path })
  }
  return stored
}

async function scan(blobs: Awaited<ReturnType<typeof openFolderStore>>, stored: readonly Stored[]): Promise<void> {
  for (const { sha256 } of stored) {
    if ((await blobs.verify(sha256)) !== 'sound') throw new Error(`${sha256} is not sound`)
  }
}

async function sha256sum(paths: readonly string[]): Promise<void> {
  const child = spawn('sha256sum', paths, { stdio: 'ignore' })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`sha256sum ended with ${code}`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const rate = (seconds: readonly number[]): number => (FILES * EACH) / MIB / median(seconds)

function figures(ours: number, theirs: number): Figure[] {
  return [
    {
      name: '原件逐件重算摘要，512 MiB（参照：sha256sum）',
      figure: round(ours),
      unit: 'MiB/秒',
      yardstick: round(theirs),
      target: '≥ 80 %',
      held: ours >= theirs * 0.8,
    },
  ]
}
