import type { StagedFile } from './blob-store.ts'

export type Checkpoints = {
  /** Says that all bytes up to this size have been written. */
  wrote(size: number): void
  /** The last size that was synced and reported. */
  durable(): number
  /** Waits for a running sync; throws what it threw. */
  settle(): Promise<void>
}

/** Syncs a long append while it goes on, so that a killed process costs at most the last piece. */
export function openCheckpoints(
  file: StagedFile,
  start: number,
  every: number,
  onDurable: (size: number) => Promise<void>,
): Checkpoints {
  let durable = start
  let begun = start
  let isRunning = false
  let running: Promise<void> = Promise.resolve()
  const sync = async (size: number): Promise<void> => {
    await file.sync()
    await onDurable(size)
    durable = size
    isRunning = false
  }
  return {
    wrote(size) {
      if (isRunning || size - begun < every) return
      begun = size
      isRunning = true
      running = sync(size)
      running.catch(() => undefined)
    },
    durable: () => durable,
    settle: () => running,
  }
}
