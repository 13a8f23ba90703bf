import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { command } from './redact.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhaofa-redact-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const run = async (...args: string[]) => {
  const said: string[] = []
  const answer = await command.run(args, (sentence) => void said.push(sentence))
  return { ...answer, said }
}

describe('zhaofa redact', () => {
  const text = file(
    'a.txt',
    '当事人王小明的电话138 0000 1234。\n举报人钱多多称员工李四在场，王小明食品有限公司未改正。',
  )
  const names = file('names.txt', '王小明\n\n钱多多 举报人\n王小明食品有限公司 保留\n')

  it('shows what the public would see, each replacement with its place and rule, and who else may be a person', async () => {
    const answer = await run(text, '--names', names)
    expect(answer.text).toBe('当事人王某某的电话138****1234。\n举报人某某称员工李四在场，王小明食品有限公司未改正。')
    expect(answer.data).toMatchObject({
      replacements: [
        {
          start: 3,
          end: 6,
          kind: 'name',
          original: '王小明',
          shown: '王某某',
          rule: expect.stringContaining('自然人'),
        },
        { kind: 'phone', original: '138 0000 1234' },
        { kind: 'hidden-person', original: '钱多多', shown: '某某' },
      ],
      suggestions: [{ name: '李四', context: '员工' }],
    })
    expect(answer.said).toContain('替换 3 处，疑似姓名 1 处。')
    expect(answer.said[2]).toContain('第 2 行：钱多多 → 某某')
  })

  it('needs no list of names to hide numbers', async () => {
    expect((await run(text)).text).toContain('138****1234')
  })

  it('says in a sentence what is wrong with a file', async () => {
    await expect(run(join(folder, 'none.txt'))).rejects.toMatchObject({
      message: expect.stringContaining('没有这个文件'),
    })
    const broken = file('gbk.txt', Buffer.from([0xb5, 0xb1, 0xca, 0xc2]))
    await expect(run(broken)).rejects.toMatchObject({ message: expect.stringContaining('UTF-8') })
    await expect(run()).rejects.toMatchObject({ exitCode: 2 })
  })
})
