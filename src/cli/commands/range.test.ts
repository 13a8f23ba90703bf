import { describe, expect, it } from 'vitest'
import { command } from './range.ts'

const run = (...words: string[]) => command.run(words, () => undefined)

describe('zhaofa range', () => {
  it('says a range in plain words and as data', async () => {
    const answer = await run('处1-5万元罚款')
    expect(answer).toMatchObject({
      text: '处一万元以上五万元以下罚款。',
      data: { parsed: true, range: { clauses: [{}] } },
    })
    expect(answer.exitCode ?? 0).toBe(0)
  })

  it('shows the place where it does not understand', async () => {
    const answer = await run('处一万元以上五万元以下罚金')
    expect(answer).toMatchObject({ exitCode: 1, data: { parsed: false, problem: { position: 11 } } })
    expect(answer.text).toContain('▲罚金')
  })

  it.each([[[]], [['甲', '乙']]])('%j is wrong use', async (words: string[]) => {
    await expect(run(...words)).rejects.toMatchObject({ exitCode: 2 })
  })
})
