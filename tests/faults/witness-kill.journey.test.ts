import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatVkey } from '#domain/record-log/vkey.ts'
import { memoryLog } from '../support/witness-log.ts'
import { freePort, startZhaofa } from '../support/zhaofa.ts'

const log = memoryLog('nanping.example/log')

async function send(address: string, old: number, size: number): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body: await log.request(old, size) })
  return { status: answer.status, body: await answer.text() }
}

/** What it says that it has cosigned; the old size is one that it cannot have. */
const remembered = async (address: string): Promise<number> => Number((await send(address, 9999, 9999)).body)

/** One checkpoint after another until nobody answers; the size of the last one that was cosigned. */
async function growUntilDead(address: string, from: number): Promise<number> {
  for (let known = from; ; known += 1) {
    const answer = await send(address, known, known + 1).catch(() => undefined)
    if (!answer) return known
    expect(answer.status).toBe(200)
  }
}

test('a witness killed while it cosigns never forgets what it has answered', async () => {
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-witness-'))
  try {
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const args = ['witness', '--name', 'jianzheng.example', '--log', formatVkey(log.vkey), '--port', String(port)]
    let cosigned = 0
    for (let round = 0; round < 6; round += 1) {
      const witness = startZhaofa(args, { ZHAOFA_HOME: home, HOST: '127.0.0.1', LOG_LEVEL: 'silent' })
      await witness.says('正在')
      const known = await remembered(address)
      // The last request of the round before may have been remembered and not answered.
      expect([cosigned, cosigned + 1]).toContain(known)
      const dying = setTimeout(() => witness.child.kill('SIGKILL'), 40 + 17 * round)
      cosigned = await growUntilDead(address, known)
      clearTimeout(dying)
      await witness.ended
      expect(witness.child.signalCode).toBe('SIGKILL')
    }
    expect(cosigned).toBeGreaterThan(6)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})
