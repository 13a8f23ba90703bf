import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type BackupReport, backUp } from '#server/backup/back-up.ts'
import { readSettings, type Settings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { migrateHome } from '#server/db/migrate-home.ts'
import { type Figure, median, round } from './figure.ts'

const MIB = 1024 * 1024
const LARGE = { count: 64, bytes: 8 * MIB }
const SMALL = { count: 2_000, bytes: 64 * 1024 }
const ROUNDS = 3
const PROGRAM = join(import.meta.dirname, '../src/cli/zhaofa.ts')
const say = () => undefined

/** Backs up a home of a little over 600 MiB in turn with a plain `cp` of the same folders, both synced, three times; then restores it. */
export async function measure(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaofa-bench-backup-'))
  await chmod(folder, 0o711)
  try {
    const settings = readSettings({ ZHAOFA_HOME: join(folder, 'home'), LOG_LEVEL: 'silent' })
    return await measureAt(folder, settings)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Round = { readonly ours: number; readonly theirs: number; readonly again: number; readonly report: BackupReport }

async function measureAt(folder: string, settings: Settings): Promise<Figure[]> {
  const connected = await connect(settings, { name: 'bench', say })
  const rounds: Round[] = []
  try {
    await migrateHome(settings, connected)
    await storeFiles(join(folder, 'home/blobs'), LARGE)
    await storeFiles(join(folder, 'home/blobs'), SMALL)
    for (let nth = 0; nth < ROUNDS; nth += 1) rounds.push(await oneRound(folder, nth))
  } finally {
    await connected.release()
  }
  const restored = await restoreSeconds(folder)
  return figures(rounds, restored)

  async function oneRound(root: string, nth: number): Promise<Round> {
    const at = (name: string): string => join(root, `${name}-${nth}`)
    const order = (target: string, onto?: string) => ({ folder: target, onto, version: 'bench', say })
    const theirs = await timed(() =>
      run('/bin/sh', ['-c', 'cp -r "$0" "$1" && sync -f "$1"', join(root, 'home'), at('copy')]),
    )
    await rm(at('copy'), { recursive: true })
    let report: BackupReport | undefined
    const ours = await timed(async () => {
      report = await backUp(settings, connected, order(at('full')))
    })
    const again = await timed(async () => void (await backUp(settings, connected, order(at('next'), at('full')))))
    if (!report) throw new Error('no report')
    return { ours, theirs, again, report }
  }
}

async function storeFiles(root: string, { count, bytes }: typeof LARGE): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) {
    const content = randomBytes(bytes)
    const sha256 = createHash('sha256').update(content).digest('hex')
    const path = join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}

/** The whole command, in a process of its own: copy, recovery, examination. */
async function restoreSeconds(folder: string): Promise<number> {
  const env = { ...process.env, ZHAOFA_HOME: join(folder, 'restored') }
  return timed(() => run(process.execPath, [PROGRAM, 'restore', join(folder, 'full-0')], env))
}

async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const child = spawn(program, args, { stdio: 'ignore', env })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} ${args[0]} ended with ${code}`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function figures(rounds: readonly Round[], restored: number): Figure[] {
  const mib = (rounds[0]?.report.bytes ?? 0) / MIB
  const of = (name: 'ours' | 'theirs' | 'again'): number => median(rounds.map((each) => each[name]))
  const size = `${round(mib)} MiB、${rounds[0]?.report.files} 个文件`
  return [
    {
      name: `备份，办案不停，${size}（参照：cp -r 再 sync，不算摘要）`,
      figure: round(mib / of('ours')),
      unit: 'MiB/秒',
      yardstick: round(mib / of('theirs')),
      target: '—',
    },
    { name: '同上，用时', figure: round(of('ours'), 1), unit: '秒', target: '—' },
    { name: '再备份一次，--onto 上一份，用时', figure: round(of('again'), 1), unit: '秒', target: '—' },
    {
      name: '恢复到全部核对完毕，同一份，用时',
      figure: round(restored, 1),
      unit: '秒',
      target: '≤ 900',
      held: restored <= 900,
    },
  ]
}
