import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '../problem-error.ts'
import { draftSaver, type SaveState } from './draft-saver.ts'

const stale = (version: number, values: unknown) =>
  new ProblemError({ code: 'stale-version', status: 412, title: '内容已经被别人改过', current: { version, values } })

function desk(answer: (input: string, version: number) => Promise<{ version: number; savedAt: string | null }>) {
  const sent: { input: string; version: number }[] = []
  const states: SaveState[] = []
  const saver = draftSaver<string>({
    save: (input, version) => {
      sent.push({ input, version })
      return answer(input, version)
    },
    onState: (state) => states.push(state),
    restMs: 1000,
    version: 0,
  })
  return { saver, sent, states }
}
const accept = async (_input: string, version: number) => ({ version: version + 1, savedAt: '2026-06-03T06:03:00Z' })

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is saved once the keys have rested, with the last text only', async () => {
    const { saver, sent, states } = desk(accept)
    saver.typed('甲')
    saver.typed('甲乙')
    await vi.advanceTimersByTimeAsync(999)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent).toEqual([{ input: '甲乙', version: 0 }])
    expect(states.at(-1)).toEqual({ is: 'saved', at: '2026-06-03T06:03:00Z' })
  })

  it('is saved at once when asked, on the version that came back before', async () => {
    const { saver, sent } = desk(accept)
    saver.typed('甲')
    await saver.flush()
    saver.typed('乙')
    await saver.flush()
    expect(sent.map(({ version }) => version)).toEqual([0, 1])
  })

  it('is never sent twice at a time; what is typed meanwhile goes next', async () => {
    let answer: (saved: { version: number; savedAt: null }) => void = () => {}
    const { saver, sent } = desk(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    saver.typed('甲')
    const first = saver.flush()
    saver.typed('乙')
    void saver.flush()
    expect(sent).toHaveLength(1)
    answer({ version: 1, savedAt: null })
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual([
      { input: '甲', version: 0 },
      { input: '乙', version: 1 },
    ])
    answer({ version: 2, savedAt: null })
    await first
  })

  it('of somebody else is never overwritten: it waits until the user has chosen', async () => {
    let isFirst = true
    const { saver, sent, states } = desk((input, version) => {
      if (!isFirst) return accept(input, version)
      isFirst = false
      return Promise.reject(stale(7, { a: '他' }))
    })
    saver.typed('我')
    await saver.flush()
    expect(states.at(-1)).toEqual({ is: 'conflict', stale: { version: 7, values: { a: '他' } } })
    saver.typed('我还在写')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    await saver.resolve('合并', 7)
    expect(sent.at(-1)).toEqual({ input: '合并', version: 7 })
  })

  it('that a colleague has submitted meanwhile begins anew, with nothing to choose', async () => {
    const { saver, sent, states } = desk((input, version) =>
      sent.length === 2 ? Promise.reject(stale(0, { input: null })) : accept(input, version),
    )
    saver.typed('甲')
    await saver.flush()
    saver.typed('乙')
    await saver.flush()
    expect(sent).toEqual([
      { input: '甲', version: 0 },
      { input: '乙', version: 1 },
      { input: '乙', version: 0 },
    ])
    expect(states.at(-1)?.is).toBe('saved')
    expect(states.some(({ is }) => is === 'conflict')).toBe(false)
  })

  it('that could not be sent is tried again and not lost', async () => {
    let tries = 0
    const { saver, sent, states } = desk((input, version) =>
      ++tries === 1 ? Promise.reject(new Error('line')) : accept(input, version),
    )
    saver.typed('甲')
    await saver.flush()
    expect(states.at(-1)?.is).toBe('failed')
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent.at(-1)).toEqual({ input: '甲', version: 0 })
    expect(states.at(-1)?.is).toBe('saved')
  })

  it('of a submitted form is not saved any more', async () => {
    const { saver, sent } = desk(accept)
    saver.typed('甲')
    saver.drop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent).toEqual([])
  })
})
