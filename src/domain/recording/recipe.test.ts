import { describe, expect, test } from 'vitest'
import {
  type Box,
  checkRecipe,
  MAX_BOXES,
  MAX_SPANS,
  type Measured,
  type RedactionRecipe,
  type Span,
} from './recipe.ts'

const FILM: Measured = { medium: 'video', durationMs: 10_000, hasSound: true }
const PHOTO: Measured = { medium: 'photo', durationMs: undefined, hasSound: false }
const SOUND: Measured = { medium: 'audio', durationMs: 10_000, hasSound: true }
const box = (more: Partial<Box> = {}): Box => ({ x: 1000, y: 1000, width: 500, height: 500, ...more })
const cover = (boxes: readonly Box[], muted: readonly Span[] = []): RedactionRecipe => ({
  kind: 'redaction',
  boxes,
  muted,
})
const clip = (fromMs: number, untilMs: number) => ({ kind: 'clip', fromMs, untilMs }) as const
const said = (recipe: Parameters<typeof checkRecipe>[0], of = FILM) =>
  checkRecipe(recipe, of).map(({ sentence }) => sentence)

describe('a clip', () => {
  test('lies inside the recording, to its last millisecond', () => {
    expect(said(clip(0, 10_000))).toEqual([])
    expect(said(clip(0, 10_001))).toEqual(['终点在记录之外；这份记录长 10.0 秒。'])
    expect(said(clip(10_000, 10_001))).toEqual(['起点在记录之外；这份记录长 10.0 秒。'])
    expect(said(clip(65_000, 66_000), { ...FILM, durationMs: 65_000 })).toEqual([
      '起点在记录之外；这份记录长 1 分 05.0 秒。',
    ])
  })
  test('ends after it begins', () => {
    expect(said(clip(500, 500))).toEqual(['终点应当在起点以后。'])
    expect(said(clip(500, 501))).toEqual([])
  })
  test('is not of a photo', () => expect(said(clip(0, 1), PHOTO)).toEqual(['照片没有时间，不能截取片段。']))
  test('of a length that nobody measured is tried', () => {
    expect(said(clip(0, 999_999), { ...FILM, durationMs: undefined })).toEqual([])
  })
  test('of a length with fractions may reach its end', () => {
    expect(said(clip(0, 10_001), { ...FILM, durationMs: 10_000.4 })).toEqual([])
  })
})

describe('a redaction', () => {
  test('covers or mutes something', () => {
    expect(said(cover([]))).toEqual(['请至少画一个遮盖的框，或者选一段静音。'])
    expect(said(cover([box()]))).toEqual([])
    expect(said(cover([], [{ fromMs: 0, untilMs: 10 }]))).toEqual([])
  })
  test.each([
    [{ width: 0 }, '框的宽和高应当大于零。'],
    [{ height: 0 }, '框的宽和高应当大于零。'],
    [{ x: -1 }, '框应当整个在画面以内。'],
    [{ y: -1 }, '框应当整个在画面以内。'],
    [{ x: 9501 }, '框应当整个在画面以内。'],
    [{ y: 9501 }, '框应当整个在画面以内。'],
    [{ fromMs: 1 }, '框的时段应当有始有终。'],
    [{ fromMs: 5, untilMs: 4 }, '终点应当在起点以后。'],
    [{ fromMs: 5, untilMs: 10_001 }, '终点在记录之外；这份记录长 10.0 秒。'],
  ])('with a box %o says: %s', (more, sentence) => expect(said(cover([box(more)]))).toEqual([sentence]))

  test('reaches the very edge of the picture', () => {
    expect(said(cover([box({ x: 9500, y: 9500 }), box({ x: 0, y: 0, width: 10_000, height: 10_000 })]))).toEqual([])
  })
  test('of a photo has no times and no sound', () => {
    expect(said(cover([box({ fromMs: 0, untilMs: 1 })]), PHOTO)).toEqual(['照片没有时间，框不分时段。'])
    expect(said(cover([], [{ fromMs: 0, untilMs: 1 }]), PHOTO)).toEqual(['这份记录没有声音，不用静音。'])
  })
  test('of sound has no boxes', () => expect(said(cover([box()]), SOUND)).toEqual(['录音没有画面，只能静音。']))
  test('names every wrong box and span by where it stands', () => {
    const wrong = cover([box(), box({ width: 0 })], [{ fromMs: 3, untilMs: 2 }])
    expect(checkRecipe(wrong, FILM).map(({ pointer }) => pointer)).toEqual(['/recipe/boxes/1', '/recipe/muted/0'])
  })
  test('has no more parts than a person can have meant', () => {
    const spans = Array.from({ length: MAX_SPANS + 1 }, () => ({ fromMs: 0, untilMs: 1 }))
    expect(said(cover(Array.from({ length: MAX_BOXES }, () => box())))).toEqual([])
    expect(
      said(
        cover(
          Array.from({ length: MAX_BOXES + 1 }, () => box()),
          spans,
        ),
      ),
    ).toEqual([`一次最多 ${MAX_BOXES} 个框。`, `一次最多 ${MAX_SPANS} 段静音。`])
  })
})
