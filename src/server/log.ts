import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** What must never stand in a log, wherever an object carries it. */
const SECRET_PATHS = ['password', 'token', 'cookie', 'authorization', 'connectionString', 'secret'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
])

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'

/** One JSON line per entry on stderr: stdout belongs to the answers of commands. */
export function openLog(level: LogLevel): Logger {
  return pino(
    { level, base: null, redact: { paths: SECRET_PATHS, censor: '…' } },
    pino.destination({ dest: 2, sync: true }),
  )
}
