import { RunningParts } from './running-parts.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Opens parts, waits for a signal and closes them in the opposite order; also when opening fails half-way.
 * A signal during the opening waits for its end: a database cut off while it starts would be left behind.
 */
export async function untilStopped(
  open: (parts: RunningParts) => Promise<void>,
  say: (sentence: string) => void,
): Promise<void> {
  const parts = new RunningParts()
  const { promise: signalled, resolve } = Promise.withResolvers<void>()
  // Stays in place: npm passes on the Ctrl+C that the terminal has sent already.
  for (const signal of SIGNALS) process.on(signal, () => resolve())
  try {
    await open(parts)
    await signalled
    say('正在停止…')
  } finally {
    await parts.closeAll(say)
  }
  say('已停止。')
}
