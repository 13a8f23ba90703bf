const SLOT_BYTES = 1024 * 1024
const SLOTS = 4

export type Poured = {
  readonly size: number
  /** Why the source ended early; everything before it has been consumed. */
  readonly cut?: unknown
}

/** Takes bytes that stay untouched until the promise resolves; `at` counts from the start of the source. */
export type Consume = (bytes: Uint8Array<SharedArrayBuffer>, at: number) => Promise<void>

type Slot = { readonly bytes: Uint8Array<SharedArrayBuffer>; done: Promise<void> }

/**
 * Gathers small network chunks into shared memory and consumes several at a time, so that writing, hashing and
 * receiving overlap. A broken source is a result; a broken consumer is thrown, when all that it was given has come to an end.
 */
export async function pour(source: AsyncIterable<Uint8Array>, consume: Consume, expected: number): Promise<Poured> {
  const ring = ringOfSlots(Math.max(1, Math.min(SLOT_BYTES, expected)), consume)
  let cut: unknown
  try {
    for await (const chunk of source) await ring.fill(chunk)
  } catch (error) {
    if (ring.hasFailed()) {
      await ring.settle()
      throw error
    }
    cut = error
  }
  const size = await ring.end().finally(ring.settle)
  return cut === undefined ? { size } : { size, cut }
}

type Ring = {
  fill(chunk: Uint8Array): Promise<void>
  hasFailed(): boolean
  end(): Promise<number>
  settle(): Promise<void>
}

function ringOfSlots(slotBytes: number, consume: Consume): Ring {
  const slots: Slot[] = []
  let turn = 0
  let filled = 0
  let handed = 0
  let failed = false
  const current = (): Slot => {
    slots[turn] ??= { bytes: new Uint8Array(new SharedArrayBuffer(slotBytes)), done: Promise.resolve() }
    return slots[turn] as Slot
  }
  const hand = async (): Promise<void> => {
    const slot = current()
    slot.done = consume(slot.bytes.subarray(0, filled), handed)
    slot.done.catch(() => {
      failed = true
    })
    handed += filled
    filled = 0
    turn = (turn + 1) % SLOTS
    await current().done
  }
  return {
    hasFailed: () => failed,
    settle: async () => void (await Promise.allSettled(slots.map((slot) => slot.done))),
    async fill(chunk) {
      for (let from = 0; from < chunk.length; ) {
        const part = chunk.subarray(from, from + slotBytes - filled)
        current().bytes.set(part, filled)
        filled += part.length
        from += part.length
        if (filled === slotBytes) await hand()
      }
    },
    async end() {
      if (filled > 0) await hand()
      await Promise.all(slots.map((slot) => slot.done))
      return handed
    },
  }
}
