import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TypesetReply, TypesetRequest, TypesetSetup, TypesetTask } from './typeset-protocol.ts'

export type TypesetAnswer = Exclude<TypesetReply, { output: 'error' }>
type Job = {
  readonly request: TypesetRequest
  readonly resolve: (reply: TypesetAnswer) => void
  readonly reject: (error: Error) => void
}

/** A document could not be typeset: faulty template, unknown kind, crash or time limit. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError'
}

/** How long one document may take, and how long the child waits for another one. */
export type TypesetLimits = { readonly documentMs: number; readonly idleMs: number }

/** One document after another through one child process, which is replaced after a crash or when a document takes too long. */
export class TypesetQueue {
  readonly #setup: TypesetSetup
  readonly #limits: TypesetLimits
  readonly #waiting: Job[] = []
  #child: ChildProcess | undefined
  #current: Job | undefined
  #timer: NodeJS.Timeout | undefined
  #rest: NodeJS.Timeout | undefined
  #lastId = 0
  #isClosed = false

  constructor(setup: TypesetSetup, limits: TypesetLimits) {
    this.#setup = setup
    this.#limits = limits
  }

  /** Process id of the child, while one runs. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  ask<Output extends TypesetTask['output']>(
    task: TypesetTask & { readonly output: Output },
  ): Promise<TypesetAnswer & { readonly output: Output }> {
    if (this.#isClosed) return Promise.reject(new TypesettingError('排版已关闭'))
    this.#lastId += 1
    const request: TypesetRequest = { ...task, id: this.#lastId }
    return new Promise((resolve, reject) => {
      const settle = (reply: TypesetAnswer) =>
        reply.output === task.output
          ? resolve(reply as TypesetAnswer & { readonly output: Output })
          : reject(new TypesettingError('排版进程答非所问'))
      this.#waiting.push({ request, resolve: settle, reject })
      this.#next()
    })
  }

  /** Rejects what waits, lets the current document finish and ends the child. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#rest)
    for (const job of this.#waiting.splice(0)) job.reject(new TypesettingError('排版已关闭'))
    const ending = this.#child
    if (ending === undefined) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    hold(ending)
    ending.disconnect()
    await ended
  }

  #next(): void {
    if (this.#current !== undefined) return
    this.#current = this.#waiting.shift()
    if (this.#current === undefined) {
      release(this.#child)
      this.#rest = setTimeout(() => this.#letGo(), this.#limits.idleMs).unref()
      return
    }
    clearTimeout(this.#rest)
    this.#child ??= this.#start()
    hold(this.#child)
    this.#timer = setTimeout(() => this.#giveUp(), this.#limits.documentMs)
    this.#child.send(this.#current.request)
  }

  #start(): ChildProcess {
    const path = fileURLToPath(new URL('./typeset-child.ts', import.meta.url))
    const child = fork(path, [JSON.stringify(this.#setup)], {
      serialization: 'advanced',
      execArgv: [],
      // Nothing else: the child needs no secrets of the server.
      env: { FONTCONFIG_FILE: fileURLToPath(new URL('./no-system-fonts.conf', import.meta.url)) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', (reply: TypesetReply) => this.#settle(reply))
    child.on('error', (error) => this.#lose(child, `排版进程无法启动：${error.message}`))
    child.on('exit', (code, signal) => this.#lose(child, `排版进程意外退出（${signal ?? code}）`))
    return child
  }

  #settle(reply: TypesetReply): void {
    if (reply.id !== this.#current?.request.id) return
    const job = this.#take()
    if (reply.output === 'error') job?.reject(new TypesettingError(`文书未能排版：${reply.message}`))
    else job?.resolve(reply)
    this.#next()
  }

  #giveUp(): void {
    const child = this.#child
    this.#take()?.reject(new TypesettingError(`文书排版超过 ${this.#limits.documentMs} 毫秒，已中止`))
    child?.kill('SIGKILL')
    if (child !== undefined) this.#lose(child, '')
  }

  /** The fonts take two hundred megabytes; while nobody typesets, the child goes and the next document starts another. */
  #letGo(): void {
    const child = this.#child
    this.#child = undefined
    if (child?.connected) child.disconnect()
  }

  #lose(lost: ChildProcess, reason: string): void {
    if (lost !== this.#child) return
    this.#child = undefined
    this.#take()?.reject(new TypesettingError(reason))
    this.#next()
  }

  #take(): Job | undefined {
    const job = this.#current
    clearTimeout(this.#timer)
    this.#current = undefined
    return job
  }
}

// A child that has nothing to do must not keep the program alive.
function release(child: ChildProcess | undefined): void {
  child?.unref()
  child?.channel?.unref()
}

function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}
