import { parseArgs } from 'node:util'
import { describeRange } from '#domain/discretion/describe-range.ts'
import { parseRange } from '#domain/discretion/parse-range.ts'
import { type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '解析一段处罚幅度，给出解析结果或者读不懂的原因和位置',
  usage: ['range "<处罚幅度>"'],
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [text, ...more] = positionals
    if (text === undefined || more.length > 0) {
      throw wrongUse('应给出一段处罚幅度，用引号括起来，如 range "处一万元以上五万元以下罚款"。')
    }
    const result = parseRange(text)
    if (result.ok) {
      const described = describeRange(result.range)
      return { text: `${described}。`, data: { parsed: true, description: described, range: result.range } }
    }
    const { position, sentence } = result.problem
    const place = `${text.slice(Math.max(0, position - 10), position)}▲${text.slice(position, position + 10)}`
    return {
      text: `读不懂：第 ${position + 1} 个字，${sentence}。\n  ${place.replaceAll('\n', ' ')}`,
      data: { parsed: false, problem: result.problem },
      exitCode: 1,
    }
  },
}
