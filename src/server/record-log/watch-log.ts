import type { Context } from '../context.ts'
import { findLogProblem } from './examine-log.ts'
import type { LogProblem } from './log-problem.ts'
import { readLogKeys } from './signing-key.ts'
import { askedWitnesses } from './witness-policy.ts'

type Watched = Pick<Context, 'db' | 'blobs' | 'config' | 'log'>
type Told = Pick<LogProblem, 'sentence'>

const KEEP_MS = 10_000
const UNREADABLE: Told = { sentence: '存证日志的文件或者密钥读不出来；请检查存储目录和 secrets。' }

/** Looks whether the log is stopped, at most every ten seconds however often it is asked. */
export function watchLog(): (ctx: Watched) => Promise<Told | undefined> {
  let looked: { readonly at: number; readonly problem: Promise<Told | undefined> } | undefined
  return (ctx) => {
    const now = performance.now()
    if (!looked || now - looked.at > KEEP_MS) looked = { at: now, problem: look(ctx) }
    return looked.problem
  }
}

async function look({ db, blobs, config, log }: Watched): Promise<Told | undefined> {
  try {
    return await findLogProblem({
      db,
      files: blobs.named,
      keys: readLogKeys(config),
      witnesses: askedWitnesses(config),
    })
  } catch (error) {
    log.error({ err: error }, 'the record log could not be read')
    return UNREADABLE
  }
}
