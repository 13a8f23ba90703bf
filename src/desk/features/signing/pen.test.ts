import { expect, test } from 'vitest'
import { refuseStrokes } from '#domain/signing/strokes.ts'
import { begin, draw, inBox } from './pen.ts'

const FRAME = { left: 10, top: 20, width: 300, height: 120 }
const touch = (clientX: number, clientY: number, timeStamp: number) => inBox({ clientX, clientY, timeStamp }, FRAME)

test('what is drawn on a small screen lies in the same box as on a large one', () => {
  expect(touch(10, 20, 5)).toEqual({ x: 0, y: 0, at: 5 })
  expect(touch(310, 140, 5)).toEqual({ x: 600, y: 240, at: 5 })
  expect(touch(900, -50, 5)).toEqual({ x: 600, y: 0, at: 5 })
})

test('strokes keep when each point was reached, and a pen that rests adds no point', () => {
  const first = begin([], touch(20, 30, 1000), 1000)
  const drawn = draw(first, [touch(20, 30, 1010), touch(120, 90, 1020), touch(200, 40, 1041.4)], 1000)
  expect(drawn).toEqual([{ d: 'M20 20L220 140L380 40', ms: [0, 20, 41] }])
  const second = draw(begin(drawn, touch(60, 60, 1200), 1000), [touch(90, 130, 1230), touch(150, 60, 1260)], 1000)
  expect(second[1]?.ms).toEqual([200, 230, 260])
  expect(refuseStrokes(second)).toBeUndefined()
})
