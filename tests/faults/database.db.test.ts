import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, type TestContext, test } from 'vitest'
import { NO_MOUNT, smallDisk } from '../support/small-disk.ts'
import { isAlive, postmasterPid, runZhaofa, startZhaofa, withHome } from '../support/zhaofa.ts'

const STACK = /\n\s+at /

describe('a database that cannot be reached', () => {
  test.each([
    ['nobody listens', 'postgres://u:geheim@127.0.0.1:1/zhaofa', '没有数据库在监听'],
    ['the name is unknown', 'postgres://u:geheim@nowhere.invalid/zhaofa', '主机名'],
    ['the socket is missing', 'postgres://u:geheim@/zhaofa?host=/nowhere', '套接字文件不存在'],
  ])('is said in a sentence without stack or password when %s', async (_case, url, reason) => {
    const { code, stderr } = await withHome((home) => runZhaofa(['migrate'], { ZHAOFA_HOME: home, DATABASE_URL: url }))
    expect(code).toBe(1)
    expect(stderr).toContain(reason)
    expect(stderr).not.toMatch(STACK)
    expect(stderr).not.toContain('geheim')
  })
})

describe('the embedded database', () => {
  test('is stopped by the last one who used it, and what was written is there the next time', async () => {
    await withHome(async (home) => {
      const first = await runZhaofa(['migrate', '--json'], { ZHAOFA_HOME: home })
      expect(JSON.parse(first.stdout).applied.length).toBeGreaterThan(0)
      expect(postmasterPid(home)).toBeUndefined()
      const second = await runZhaofa(['migrate', '--json'], { ZHAOFA_HOME: home })
      expect(JSON.parse(second.stdout).applied).toEqual([])
    })
  })

  test('is found again after a kill -9 of the program, and stopped in order by the next one', async () => {
    await withHome(async (home) => {
      const pid = await killWhileRunning(home)
      expect(isAlive(pid)).toBe(true)
      const next = await runZhaofa(['migrate', '--json'], { ZHAOFA_HOME: home })
      expect(next.code, next.stderr).toBe(0)
      expect(isAlive(pid)).toBe(false)
    })
  })

  test('recovers after a kill -9 of program and database together', async () => {
    await withHome(async (home) => {
      const pid = await killWhileRunning(home)
      process.kill(pid, 'SIGKILL')
      const next = await runZhaofa(['migrate', '--json'], { ZHAOFA_HOME: home })
      expect(next.code, next.stderr).toBe(0)
      expect(JSON.parse(next.stdout).total).toBeGreaterThan(0)
    })
  })

  test('starts although another program inherited the number of the dead server', async () => {
    await withHome(async (home) => {
      await runZhaofa(['migrate'], { ZHAOFA_HOME: home })
      writeFileSync(join(home, 'database/data/postmaster.pid'), `${process.pid}\n${home}\n0\n5432\n/tmp\n`)
      const next = await runZhaofa(['migrate'], { ZHAOFA_HOME: home })
      expect(next.code, next.stderr).toBe(0)
      expect(isAlive(process.pid)).toBe(true)
    })
  })

  test('makes a whole cluster although the first start was cut off half-way', async () => {
    await withHome(async (home) => {
      const running = startZhaofa(['migrate'], { ZHAOFA_HOME: home })
      await untilExists(() => readFileSync(join(home, 'secrets/database-owner')))
      running.child.kill('SIGKILL')
      await running.ended
      const next = await runZhaofa(['migrate'], { ZHAOFA_HOME: home })
      expect(next.code, next.stderr).toBe(0)
    })
  })

  test('says that the disk is full and goes on when there is room', async (context) => {
    await withDisk('size=120m', context, async (folder) => {
      const env = { ZHAOFA_HOME: join(folder, 'home') }
      expect((await runZhaofa(['migrate'], env)).code).toBe(0)
      const filler = join(folder, 'filler')
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M'], { stdio: 'ignore' })
      const full = await runZhaofa(['migrate'], env)
      expect(full.code).toBe(1)
      expect(full.stderr).toContain('磁盘已满')
      expect(full.stderr).not.toMatch(STACK)
      rmSync(filler)
      expect((await runZhaofa(['migrate'], env)).code).toBe(0)
    })
  })

  test('says that the folder is read-only', async (context) => {
    await withDisk('ro', context, async (folder) => {
      for (const home of [folder, join(folder, 'home')]) {
        const { code, stderr } = await runZhaofa(['migrate'], { ZHAOFA_HOME: home })
        expect(code).toBe(1)
        expect(stderr).toContain('只读')
        expect(stderr).not.toMatch(STACK)
      }
    })
  })
})

/** `serve` refuses a database that was never migrated, so the home is migrated first; answers the database's process. */
async function killWhileRunning(home: string): Promise<number> {
  await runZhaofa(['migrate'], { ZHAOFA_HOME: home })
  const running = startZhaofa(['doctor'], { ZHAOFA_HOME: home })
  const pid = await untilExists(() => postmasterPid(home))
  running.child.kill('SIGKILL')
  await running.ended
  return pid
}

/** Asks again until there is an answer; the test's own limit ends it. */
async function untilExists<T>(ask: () => T | undefined): Promise<T> {
  for (;;) {
    try {
      const answer = ask()
      if (answer !== undefined) return answer
    } catch {
      // Not there yet.
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Where nothing may be mounted there is nothing to try, and the test says that it was not run. */
async function withDisk(
  options: string,
  { skip }: TestContext,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const disk = smallDisk(options)
  if (!disk) return skip(NO_MOUNT)
  try {
    await work(disk.folder)
    expect(postmasterPid(join(disk.folder, 'home'))).toBeUndefined()
  } finally {
    disk.release()
  }
}
