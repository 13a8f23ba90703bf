import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { pour } from './pour.ts'

const MIB = 1024 * 1024

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < 8; piece += 1) yield new Uint8Array(MIB)
}

it('fails only when nothing is under way any more: a late write would lengthen a file that was cut back', async () => {
  let underWay = 0
  const consume = async (_bytes: Uint8Array, at: number) => {
    underWay += 1
    if (at === 0) await turn()
    else for (let turns = 0; turns < 50; turns += 1) await turn()
    underWay -= 1
    if (at === 0) throw new Error('the disk is full')
  }
  await expect(pour(pieces(), consume, 8 * MIB)).rejects.toThrow('the disk is full')
  expect(underWay).toBe(0)
})
