import { existsSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { OperatorError } from '../../operator-error.ts'
import type { Binaries } from './binaries.ts'
import { diskFull, lastLine } from './create-cluster.ts'
import type { Place } from './place.ts'
import { dropStalePidFile, hasSocket, isServing, type Postmaster, readPostmaster } from './postmaster.ts'
import { runProgram } from './run-program.ts'

const UNSAFE_BUT_FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const ATTEMPTS = 5
const BETWEEN_ATTEMPTS_MS = 1_000

export type Started = { readonly postmaster: Postmaster; readonly how: 'started' | 'attached' }

/** Starts the server on its data, or finds it running after a crash of the program that had started it. */
export async function startServer(place: Place, binaries: Binaries, durable: boolean): Promise<Started> {
  const running = findServer(place)
  if (running) return { postmaster: running, how: 'attached' }
  const logged = existsSync(place.log) ? statSync(place.log).size : 0
  const started = await tryToStart(place, binaries, durable, ATTEMPTS)
  if (!started) throw explainStart(place, logged)
  return started
}

/** After the server alone was killed its children hold the shared memory for a moment; or another process starts it now. */
async function tryToStart(
  place: Place,
  binaries: Binaries,
  durable: boolean,
  attempts: number,
): Promise<Started | undefined> {
  const code = await startOnce(place, binaries, durable)
  const postmaster = findServer(place)
  if (postmaster) return { postmaster, how: code === 0 ? 'started' : 'attached' }
  if (attempts === 1) return undefined
  await wait(BETWEEN_ATTEMPTS_MS)
  return tryToStart(place, binaries, durable, attempts - 1)
}

async function startOnce(place: Place, binaries: Binaries, durable: boolean): Promise<number> {
  await stopWithoutSocket(place, binaries)
  dropStalePidFile(place.data)
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${place.sockets}`,
    'unix_socket_permissions=0700',
    ...(durable ? [] : UNSAFE_BUT_FAST),
  ]
  const options = settings.map((setting) => `-c ${setting}`).join(' ')
  const args = ['-D', place.data, '-l', place.log, '-w', '-t', '60', '-o', options, 'start']
  return (await runProgram(binaries.pgCtl, args, place.user, 'detached')).code
}

function findServer(place: Place): Postmaster | undefined {
  const postmaster = readPostmaster(place.data)
  return postmaster && isServing(postmaster, place.data) && hasSocket(postmaster) ? postmaster : undefined
}

async function stopWithoutSocket(place: Place, binaries: Binaries): Promise<void> {
  const postmaster = readPostmaster(place.data)
  if (postmaster && isServing(postmaster, place.data)) await stopServer(place, binaries)
}

/** Open transactions are rolled back, what was committed is written; returns when the server is gone. */
export async function stopServer(place: Place, binaries: Binaries): Promise<void> {
  await runProgram(binaries.pgCtl, ['-D', place.data, '-m', 'fast', '-w', '-t', '60', 'stop'], place.user, 'detached')
}

function explainStart(place: Place, logged: number): OperatorError {
  const said = existsSync(place.log) ? readFileSync(place.log).subarray(logged).toString('utf8') : ''
  if (said.includes('No space left on device')) return diskFull(place)
  const fatal = said.split('\n').filter((line) => line.includes('FATAL') || line.includes('PANIC'))
  return new OperatorError(`内置数据库无法启动：${fatal.at(-1) ?? lastLine(said)}；详情见 ${place.log}。`)
}
