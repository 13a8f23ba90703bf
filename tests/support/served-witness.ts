import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatVkey, type Vkey } from '#domain/record-log/vkey.ts'
import { systemClock } from '#server/clock.ts'
import { openLog } from '#server/log.ts'
import { serveWitness } from '#server/record-log/witness/serve-witness.ts'
import { openWitnessKey } from '#server/record-log/witness/witness-key.ts'
import { WitnessState } from '#server/record-log/witness/witness-state.ts'

export type TestWitness = {
  readonly vkey: Vkey
  /** As `LOG_WITNESSES` names it. */
  readonly line: string
  /** Ends it, as a machine that is switched off; `start` brings it back at the same address with what it remembers. */
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** A witness of these logs as `zhaofa witness` serves it, within this process. */
export async function testWitness(name: string, logs: readonly Vkey[]): Promise<TestWitness> {
  const home = mkdtempSync(join(tmpdir(), 'zhaofa-witness-'))
  const key = openWitnessKey(home, name)
  const folder = join(home, 'witness')
  const serve = (port: number) =>
    serveWitness(
      { key, logs, state: new WitnessState(folder), now: systemClock.now },
      { folder, host: '127.0.0.1', port, log: openLog('silent') },
    )
  let served: Awaited<ReturnType<typeof serve>> | undefined = await serve(0)
  const { address } = served
  const stop = async () => {
    await served?.close()
    served = undefined
  }
  return {
    vkey: key.vkey,
    line: `${formatVkey(key.vkey)} ${address}`,
    stop,
    start: async () => {
      served ??= await serve(Number(new URL(address).port))
    },
    close: async () => {
      await stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
