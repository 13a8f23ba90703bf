import { createHash, randomBytes } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { withoutPassword } from '#server/backup/dump-database.ts'
import { readSettings } from '#server/config.ts'
import { connect } from '#server/db/connect.ts'
import { openDatabase } from '#server/db/database.ts'
import { NO_MOUNT, smallDisk } from '../support/small-disk.ts'
import { runZhaofa, startZhaofa } from '../support/zhaofa.ts'

// Each of them starts programs, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'zhaofa-backups-'))
// The database's user must be able to pass through.
chmodSync(folder, 0o711)
const place = (name: string): string => join(folder, name)
const home = place('home')
const zhaofa = (...args: readonly string[]) => runZhaofa(args, { ZHAOFA_HOME: home })
const restoreTo = (name: string, ...args: readonly string[]) =>
  runZhaofa(['restore', ...args], { ZHAOFA_HOME: place(name) })

const blobs = Array.from({ length: 40 }, (_, nth) => randomBytes(nth === 0 ? 5_000_000 : 20_000))
const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const pathOf = (root: string, sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

type Entry = {
  readonly name: string
  readonly detail: { readonly folder: string; readonly wanting?: readonly string[] }
}

/** What the audit of a home says of backups. */
async function auditOf(name: string): Promise<readonly Entry[]> {
  const settings = readSettings({ ZHAOFA_HOME: place(name), LOG_LEVEL: 'silent' })
  const connected = await connect(settings, { name: 'test', say: () => undefined })
  const db = openDatabase({ connection: connected.connectionFor('owner'), max: 1 })
  try {
    const text = `SELECT name, detail FROM app.audit_entries WHERE name LIKE 'backup-%' ORDER BY at`
    return (await db.query<Entry>({ text })).rows
  } finally {
    await db.close()
    await connected.release()
  }
}

function storeBlobs(): void {
  for (const bytes of blobs) {
    const path = pathOf(join(home, 'blobs'), hex(bytes))
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, bytes, { mode: 0o440 })
  }
}

beforeAll(async () => {
  expect((await zhaofa('migrate')).code).toBe(0)
  storeBlobs()
  mkdirSync(join(home, 'fonts'))
  writeFileSync(join(home, 'fonts/own.otf'), 'font')
  const { code, stderr } = await zhaofa('backup', place('good'))
  expect(code, stderr).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

/** A copy of the good backup, to be spoilt. */
function spoilt(name: string, spoil: (backup: string) => void): string {
  cpSync(place('good'), place(name), { recursive: true })
  spoil(place(name))
  return place(name)
}

describe('a backup', () => {
  test('holds database, blobs, fonts and secrets, nobody else reads it, and sha256sum alone can check it', () => {
    expect(readdirSync(place('good')).toSorted()).toEqual(
      ['SHA256SUMS', 'backup.json', 'blobs', 'database.tar', 'home', 'wal'].toSorted(),
    )
    expect(readdirSync(join(place('good'), 'home')).toSorted()).toEqual(['fonts', 'secrets'])
    expect(statSync(place('good')).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(join(place('good'), 'home/secrets')))
      expect(statSync(join(place('good'), 'home/secrets', name)).mode & 0o777).toBe(0o600)
    for (const line of readFileSync(join(place('good'), 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n'))
      expect(hex(readFileSync(join(place('good'), line.slice(66)))), line).toBe(line.slice(0, 64))
  })

  test('onto a former one links the blobs that are the same', async () => {
    const { stdout } = await zhaofa('backup', place('next'), '--onto', place('good'), '--json')
    expect(JSON.parse(stdout)).toMatchObject({ reused: blobs.length })
    const [first = Buffer.alloc(0)] = blobs
    const inode = (backup: string): number => statSync(pathOf(join(place(backup), 'blobs'), hex(first))).ino
    expect(inode('next')).toBe(inode('good'))
  })

  test('names a blob that was altered before, and still copies the rest', async () => {
    const [, second = Buffer.alloc(0)] = blobs
    const path = pathOf(join(home, 'blobs'), hex(second))
    chmodSync(path, 0o640)
    writeFileSync(path, Buffer.alloc(second.length))
    const { code, stdout } = await zhaofa('backup', place('altered'))
    storeBlobs()
    expect(code).toBe(1)
    expect(stdout).toContain(`原件 ${hex(second)} 在备份之前已被改动`)
  })

  test('is refused into a folder with content, into the home itself, and onto what is no backup', async () => {
    const attempts = [
      [place('good'), '不是空的'],
      [join(home, 'backup'), '在数据目录'],
    ] as const
    for (const [target, reason] of attempts) {
      const { code, stderr } = await zhaofa('backup', target)
      expect([code, stderr]).toEqual([2, expect.stringContaining(reason)])
    }
    const { stderr } = await zhaofa('backup', place('never'), '--onto', home)
    expect(stderr).toContain('这不是备份文件夹')
    expect(existsSync(place('never'))).toBe(false)
  })

  test('onto a disk that fills up ends with a sentence, and is no backup', async ({ skip }) => {
    const disk = smallDisk('size=20m')
    if (!disk) return skip(NO_MOUNT)
    try {
      const { code, stderr } = await zhaofa('backup', join(disk.folder, 'backup'))
      expect([code, stderr]).toEqual([1, expect.stringContaining('磁盘已满')])
      expect(existsSync(join(disk.folder, 'backup/backup.json'))).toBe(false)
    } finally {
      disk.release()
    }
  })

  test('cut off anywhere is no backup, and nothing of it starts', async () => {
    const cuts = ['正在备份数据库', '数据库已备份'] as const
    for (const [nth, moment] of cuts.entries()) {
      const running = startZhaofa(['backup', place(`cut-${nth}`)], { ZHAOFA_HOME: home })
      await running.says(moment)
      running.child.kill('SIGKILL')
      await running.ended
      const { code, stderr } = await restoreTo(`from-cut-${nth}`, place(`cut-${nth}`))
      expect([code, stderr]).toEqual([1, expect.stringContaining('这次备份没有做完')])
      expect(existsSync(place(`from-cut-${nth}`))).toBe(false)
    }
    expect((await zhaofa('backup', place('after-cuts'))).code).toBe(0)
  })
})

describe('a restore', () => {
  test('gives back every file, and the database comes up with the passwords of its own secrets', async () => {
    const { code, stdout, stderr } = await restoreTo('whole', place('good'))
    expect(code, stdout + stderr).toBe(0)
    for (const bytes of blobs) expect(readFileSync(pathOf(join(place('whole'), 'blobs'), hex(bytes)))).toEqual(bytes)
    expect(readFileSync(join(place('whole'), 'fonts/own.otf'), 'utf8')).toBe('font')
    expect(stdout).toContain('✓ roles：')
    const doctor = await runZhaofa(['doctor'], { ZHAOFA_HOME: place('whole') })
    expect(doctor.stdout).toContain('✓ migrations')
  })

  test('and a backup each leave an entry in the audit: who had a copy, and what came back from which', async () => {
    const [made, ...more] = await auditOf('home')
    expect([made?.name, made?.detail.folder]).toEqual(['backup-made', place('good')])
    expect(more.every(({ name }) => name === 'backup-made')).toBe(true)
    const restored = (await auditOf('whole')).at(-1)
    expect(restored).toMatchObject({ name: 'backup-restored', detail: { folder: place('good'), wanting: [] } })
  })

  test('never goes over a home with content', async () => {
    const { code, stderr } = await restoreTo('home', place('good'))
    expect([code, stderr]).toEqual([2, expect.stringContaining('不是空的，不会覆盖')])
  })

  test('refuses a damaged database or list, and leaves a home that does not start', async () => {
    const tar = spoilt('bad-tar', (backup) => appendFileSync(join(backup, 'database.tar'), 'x'))
    const { code, stderr } = await restoreTo('from-bad-tar', tar)
    expect([code, stderr]).toEqual([1, expect.stringContaining('database.tar 已损坏')])
    const started = await runZhaofa(['migrate'], { ZHAOFA_HOME: place('from-bad-tar') })
    expect([started.code, started.stderr]).toEqual([1, expect.stringContaining('没有做完的恢复')])
    const list = spoilt('bad-list', (backup) => appendFileSync(join(backup, 'SHA256SUMS'), '\n'))
    expect((await restoreTo('from-bad-list', list)).stderr).toContain('SHA256SUMS 已损坏')
  })

  test('names what is missing or altered among the files, and gives back the rest', async () => {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = blobs
    const backup = spoilt('bad-blobs', (root) => {
      rmSync(pathOf(join(root, 'blobs'), hex(first)))
      appendFileSync(pathOf(join(root, 'blobs'), hex(second)), 'x')
    })
    const { code, stdout } = await restoreTo('from-bad-blobs', backup, '--quick')
    expect(code).toBe(1)
    expect(stdout).toContain('✗ files')
    for (const bytes of [first, second]) expect(stdout).toContain(hex(bytes))
  })

  test('cut off half-way leaves a home that does not start', async () => {
    const running = startZhaofa(['restore', place('good')], { ZHAOFA_HOME: place('half') })
    await running.says('正在恢复')
    running.child.kill('SIGKILL')
    await running.ended
    const { code, stderr } = await runZhaofa(['migrate'], { ZHAOFA_HOME: place('half') })
    expect([code, stderr]).toEqual([1, expect.stringContaining('没有做完的恢复')])
  })

  test('says which other database a backup belongs to', async () => {
    const other = { ZHAOFA_HOME: place('elsewhere'), DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/zhaofa' }
    const { code, stderr } = await runZhaofa(['restore', place('good')], other)
    expect([code, stderr]).toEqual([2, expect.stringContaining('请去掉环境变量 DATABASE_URL')])
  })
})

describe('the address of a database', () => {
  test.each([
    ['postgres://u:a%40b@host:5433/db?sslmode=require', 'postgres://u@host:5433/db?sslmode=require', 'a@b'],
    ['postgres://u:x@/db?host=/run', 'postgres://u@/db?host=/run', 'x'],
    ['postgres://u@host/db', 'postgres://u@host/db', undefined],
  ])('%s is given to pg_dump without its password', (address, bare, password) => {
    expect(withoutPassword(address)).toEqual({ bare, password })
  })
})
