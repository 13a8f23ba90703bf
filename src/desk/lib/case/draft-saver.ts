import { isProblemCode } from '../problem-error.ts'

export type Saved = { readonly version: number; readonly savedAt: string | null }
export type Stale = { readonly version: number; readonly values: unknown }

export type SaveState =
  | { readonly is: 'untouched' }
  | { readonly is: 'saved'; readonly at: string | null }
  | { readonly is: 'unsaved' }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'conflict'; readonly stale: Stale }

type Options<T> = {
  readonly save: (input: T, version: number) => Promise<Saved>
  readonly onState: (state: SaveState) => void
  /** Milliseconds after the last key; the promise to the user is two seconds, the way to the server included. */
  readonly restMs: number
  readonly version: number
}

export type DraftSaver<T> = {
  /** Something was typed. */
  typed(input: T): void
  /** Saves now what has not been saved. */
  flush(): Promise<void>
  /** The user has chosen between two drafts: goes on from the other's version. */
  resolve(input: T, version: number): Promise<void>
  /** Whether a conflict waits for the user's choice. */
  isHeld(): boolean
  /** Forgets what waits, when the form has been submitted. */
  drop(): void
}

/** Saves one draft at a time, the newest last; after a conflict it saves nothing until the user has chosen. */
export function draftSaver<T>({ save, onState, restMs, version: first }: Options<T>): DraftSaver<T> {
  let version = first
  let waiting: { input: T } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let isHeld = false

  const saveOnce = async () => {
    while (waiting && !isHeld) {
      const { input } = waiting
      waiting = undefined
      onState({ is: 'saving' })
      const isSaved = await send(input)
      if (!isSaved) return
    }
  }
  const send = async (input: T): Promise<boolean> => {
    try {
      const saved = await save(input, version)
      version = saved.version
      if (!waiting) onState({ is: 'saved', at: saved.savedAt })
      return true
    } catch (error) {
      waiting ??= { input }
      if (isGone(error)) {
        version = 0
        return true
      }
      fail(error)
      return false
    }
  }
  const fail = (error: unknown) => {
    const stale = isProblemCode(error, 'stale-version') ? error.problem.current : undefined
    if (stale) {
      isHeld = true
      onState({ is: 'conflict', stale: { version: stale.version, values: stale.values } })
    } else {
      onState({ is: 'failed', error })
      timer = setTimeout(() => void flush(), RETRY_MS)
    }
  }
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    running ??= saveOnce().finally(() => {
      running = undefined
    })
    return running
  }
  return {
    typed(input) {
      waiting = { input }
      if (isHeld) return
      onState({ is: 'unsaved' })
      clearTimeout(timer)
      timer = setTimeout(() => void flush(), restMs)
    },
    flush,
    resolve(input, theirs) {
      version = theirs
      isHeld = false
      waiting = { input }
      return flush()
    },
    isHeld: () => isHeld,
    drop() {
      clearTimeout(timer)
      waiting = undefined
    },
  }
}

/** The draft was used up by a colleague's submission: there is nothing to choose between, this one begins anew. */
function isGone(error: unknown): boolean {
  return isProblemCode(error, 'stale-version') && error.problem.current?.version === 0
}

const RETRY_MS = 5_000
