import { type ChildProcess, spawn } from 'node:child_process'
import { cutOffWords } from './cut-off.ts'
import { LIMITS } from './limits.ts'

/** Where the programs are looked for; the children get no other variable of the environment, so no password either. */
const SEARCH_PATH = '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin'
const ENV = { PATH: SEARCH_PATH, LC_ALL: 'C' }
/** Files that strangers made are read by somebody who owns nothing here, where the office runs as root. */
const NOBODY = 65_534
const STDERR_BYTES = 16 * 1024

export type MediaRun = {
  readonly program: 'ffmpeg' | 'ffprobe'
  readonly args: readonly string[]
  /** The original, open for reading only; the child knows it as `SOURCE`. */
  readonly sourceFd: number
  readonly folder: string
  readonly timeMs: number
  /** The largest file that the child may write. */
  readonly fileBytes: number
  /** What comes out of the child, as it comes; when left out nothing is read. */
  readonly onOutput?: (bytes: Buffer) => void
}
export type MediaEnd = { readonly is: 'done' } | { readonly is: 'failed' | 'stopped'; readonly said: string }

/** The original as the child sees it. Opened anew each time, so the reader cannot write to it. */
export const SOURCE = process.platform === 'linux' ? 'file:/proc/self/fd/3' : 'file:/dev/fd/3'

/** Options of every input: one reader, files and pipes only, no picture larger than the limit. */
export const inputOf = (demuxer: string, ...before: readonly string[]): readonly string[] => [
  ...before,
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer, '-f', demuxer],
  ...['-max_pixels', String(LIMITS.pixels), '-i', SOURCE],
]

/**
 * Runs one of the media programs within its limits: time, memory, size of what it writes, no network where the kernel allows that;
 * the lowest priority.
 */
export async function runMedia(run: MediaRun): Promise<MediaEnd> {
  const child = start(run, await cutOffWords({ env: ENV, ids: workerIds() }))
  const said: Buffer[] = []
  child.stderr?.on('data', (bytes: Buffer) => {
    if (said.reduce((sum, { length }) => sum + length, 0) < STDERR_BYTES) said.push(bytes)
  })
  if (run.onOutput) child.stdout?.on('data', run.onOutput)
  const code = await ended(child, run.timeMs)
  if (code === 0) return { is: 'done' }
  const text = Buffer.concat(said).toString('utf8').slice(0, STDERR_BYTES).trim()
  return { is: code === 'timed-out' ? 'stopped' : 'failed', said: text }
}

function start(run: MediaRun, cutOff: readonly string[]): ChildProcess {
  const quiet = run.program === 'ffmpeg' ? ['-nostdin', '-hide_banner', '-v', 'error'] : ['-hide_banner', '-v', 'error']
  const words = [...limitsOf(run), ...cutOff, 'nice', '-n', '15', run.program, ...quiet, ...run.args]
  const isRoot = process.getuid?.() === 0
  return spawn(words[0] ?? '', words.slice(1), {
    cwd: run.folder,
    env: ENV,
    // Its own group, so that nothing it starts outlives it.
    detached: true,
    stdio: ['ignore', run.onOutput ? 'pipe' : 'ignore', 'pipe', run.sourceFd],
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  })
}

/** `prlimit` is part of every Linux; elsewhere time alone is limited. */
function limitsOf({ timeMs, fileBytes }: MediaRun): readonly string[] {
  if (process.platform !== 'linux') return []
  // Two processors may be used for the whole of the time.
  const cpu = Math.ceil(timeMs / 1000) * 2
  return ['prlimit', `--as=${LIMITS.memoryBytes}`, `--fsize=${fileBytes}`, `--cpu=${cpu}`, '--core=0', '--nofile=256']
}

function ended(child: ChildProcess, timeMs: number): Promise<number | 'timed-out' | 'broken'> {
  return new Promise((resolve) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      if (child.pid !== undefined) killGroup(child.pid)
    }, timeMs)
    const end = (code: number | null) => {
      clearTimeout(timer)
      resolve(isLate ? 'timed-out' : (code ?? 'broken'))
    }
    child.on('error', () => end(null))
    child.on('close', end)
  })
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself meanwhile.
  }
}

/** Whether the programs are there: both media programs, and on Linux the one that holds them within limits. */
export async function hasMediaPrograms(): Promise<boolean> {
  const asked = [
    ['ffmpeg', '-version'],
    ['ffprobe', '-version'],
    ...(process.platform === 'linux' ? [['prlimit', '--version']] : []),
  ]
  const answers = await Promise.all(asked.map(([program = '', option = '']) => runsWell(program, option)))
  return answers.every(Boolean)
}

function runsWell(program: string, option: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [option], { env: ENV, stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

/** Lets whoever reads strange files write where their work is, where the office runs as root. */
export const workerIds = (): readonly [number, number] | undefined =>
  process.getuid?.() === 0 ? [NOBODY, NOBODY] : undefined
