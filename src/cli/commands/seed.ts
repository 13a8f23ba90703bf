import { parseArgs } from 'node:util'
import { readSettings } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { connect } from '#server/db/connect.ts'
import { refuseUnmigrated } from '#server/db/migrate.ts'
import { type DemoLogin, seedDemo } from '#server/features/demo/seed-demo.ts'
import { seedYear } from '#server/features/demo/year/seed-year.ts'
import type { YearReport } from '#server/features/demo/year/year.ts'
import { openContext } from '#server/open-context.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'

export const command: Command = {
  summary: '载入虚构的演示地区（南屏市青石区）；已有的不改。加 --year 再载入虚构的一年工作',
  usage: ['seed [--year [--cases <件数>] [--seed <数>]]'],
  run: async (args, say) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        year: { type: 'boolean', default: false },
        cases: { type: 'string', default: '360' },
        seed: { type: 'string', default: '2026' },
      },
    })
    const [cases, chance] = [wholeNumber('--cases', values.cases, 5_000), wholeNumber('--seed', values.seed, 2 ** 31)]
    return withContext(say, async (context) => {
      await refuseUnmigrated(context.db)
      const { logins } = await seedDemo(context)
      if (!values.year) return regionAnswer(logins)
      return yearAnswer(await seedYear(context, { cases, seed: chance, say }))
    })
  },
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number > 0 && number <= most) return number
  throw wrongUse(`${option} 应为 1 至 ${most} 的整数，现为“${text}”`)
}

function regionAnswer(logins: readonly DemoLogin[]): Answer {
  const lines = logins.map(({ login, password, title }) => `${login}\t${password}\t${title}`)
  return { text: `演示地区已载入。演示账号：\n${lines.join('\n')}`, data: { logins } }
}

function yearAnswer({ refused, outcomes, ...counts }: YearReport): Answer {
  const { isNew, cases, acts, handedOver, sealed } = counts
  const data = { ...counts, refused: Object.fromEntries(refused), outcomes: Object.fromEntries(outcomes) }
  if (!isNew) return { text: `虚构的一年工作已经载入过（${cases} 件），没有再载入。`, data }
  const ends = [...outcomes].map(([end, count]) => `${count}\t${end}`)
  const failed = [...refused].map(([why, count]) => `${count}\t没有立成：${why}`)
  const text = `虚构的一年工作已载入：${cases} 件，${acts} 步；移交案卷 ${handedOver} 个，封存 ${sealed} 个。其余文书和归档包由后台作业排版、装配。\n${[...ends, ...failed].join('\n')}`
  return { text, data }
}

async function withContext(
  say: (sentence: string) => void,
  work: (context: Context) => Promise<Answer>,
): Promise<Answer> {
  const settings = readSettings()
  const connected = await connect(settings, { name: 'seed', say })
  try {
    const context = await openContext(settings, connected)
    try {
      return await work(context)
    } finally {
      await context.close()
    }
  } finally {
    await connected.release()
  }
}
