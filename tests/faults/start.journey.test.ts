import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { freePort, isAlive, postmasterPid, runZhaofa, startZhaofa, withHome } from '../support/zhaofa.ts'

const STARTED = '昭法已启动'

async function envFor(home: string): Promise<Record<string, string>> {
  const [port, portalPort] = [await freePort(), await freePort()]
  return { ZHAOFA_HOME: home, PORT: String(port), PORTAL_PORT: String(portalPort), LOG_LEVEL: 'warn' }
}

describe('zhaofa start', () => {
  test('answers on both addresses, stops in order on Ctrl+C and leaves no process', async () => {
    await withHome(async (home) => {
      const env = await envFor(home)
      const running = startZhaofa(['start'], env)
      await running.says(STARTED)
      const database = postmasterPid(home) ?? 0
      expect((await fetch(`http://127.0.0.1:${env.PORT}/healthz`)).status).toBe(200)
      expect((await fetch(`http://127.0.0.1:${env.PORTAL_PORT}/`)).status).toBe(200)
      running.child.kill('SIGINT')
      expect(await running.ended).toMatchObject({ code: 0 })
      expect(isAlive(database)).toBe(false)
    })
  })

  test('a second start says who runs and leaves the first one and its database alone', async () => {
    await withHome(async (home) => {
      const env = await envFor(home)
      const first = startZhaofa(['start'], env)
      await first.says(STARTED)
      const second = await runZhaofa(['start'], env)
      expect(second.code).toBe(1)
      expect(second.stderr).toContain(`pid=${first.child.pid}`)
      expect((await fetch(`http://127.0.0.1:${env.PORT}/readyz`)).status).toBe(200)
      first.child.kill('SIGTERM')
      expect((await first.ended).code).toBe(0)
    })
  })

  test('after a kill -9 the next start takes over the database with all that was in it', async () => {
    await withHome(async (home) => {
      const env = await envFor(home)
      const first = startZhaofa(['start'], env)
      await first.says(STARTED)
      first.child.kill('SIGKILL')
      await first.ended
      const second = startZhaofa(['start'], env)
      await second.says('演示账号')
      second.child.kill('SIGINT')
      const { code, stderr } = await second.ended
      expect(code).toBe(0)
      expect(stderr).not.toContain('首次启动')
    })
  })

  test('a taken port is a sentence, and the database is stopped again', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = String(typeof address === 'object' && address ? address.port : 0)
    await withHome(async (home) => {
      const { code, stderr } = await runZhaofa(['start'], { ...(await envFor(home)), PORTAL_PORT: port })
      expect(code).toBe(1)
      expect(stderr).toContain(`端口 ${port} 已被别的程序占用`)
      expect(stderr).not.toMatch(/\n\s+at /)
      expect(postmasterPid(home)).toBeUndefined()
    })
    taken.close()
  })

  test('with demo logins no address but the loopback is served', async () => {
    await withHome(async (home) => {
      const { code, stderr } = await runZhaofa(['start'], { ...(await envFor(home)), HOST: '0.0.0.0' })
      expect(code).toBe(1)
      expect(stderr).toContain('演示账号')
    })
  })
})
