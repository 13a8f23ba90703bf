import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DATABASE_DUMP } from '#server/backup/dump-database.ts'
import { noteOperation } from '#server/backup/note-operation.ts'
import { type Restored, restore } from '#server/backup/restore.ts'
import { restoreDump } from '#server/backup/restore-dump.ts'
import { readSettings, type Settings } from '#server/config.ts'
import type { Context } from '#server/context.ts'
import { connect } from '#server/db/connect.ts'
import { migrateHome } from '#server/db/migrate-home.ts'
import { openContext } from '#server/open-context.ts'
import { extendTiles } from '#server/record-log/extend-tiles.ts'
import { type Answer, type Command, wrongUse } from '../command.ts'
import type { Finding } from '../doctor/finding.ts'
import { examineRestored } from '../restore/examine-restored.ts'
import { examineRoles } from '../restore/examine-roles.ts'
import { type Published, readPublished } from '../restore/published-checkpoint.ts'

const OPTIONS = { published: { type: 'string' }, quick: { type: 'boolean' } } as const

export const command: Command = {
  summary:
    '把备份恢复到空的数据目录（ZHAOFA_HOME），并全部核对；--published 给出停机前最后公布的检查点，据以认出旧备份；--quick 原件只抽查',
  usage: ['restore <备份文件夹> [--published <检查点文件或者门户的 /log 网址>] [--quick]'],
  run: async (args, say) => {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
    const [folder, surplus] = positionals
    if (folder === undefined || surplus !== undefined)
      throw wrongUse('应写明一个备份文件夹，例如 restore /备份/2026-06-01。')
    const started = performance.now()
    const settings = readSettings()
    const keys = join(resolve(folder), 'home')
    const published = values.published === undefined ? undefined : await readPublished(values.published, keys)
    const restored = await restore({ folder, settings, say })
    const findings = await examine({ settings, restored, published, isQuick: values.quick === true, say })
    return tell(restored, findings, (performance.now() - started) / 1000)
  },
}

type Asked = {
  readonly settings: Settings
  readonly restored: Restored
  readonly published: Published | undefined
  readonly isQuick: boolean
  readonly say: (sentence: string) => void
}

/** The first start recovers the database; passwords of the roles are those of the backup's secrets. */
async function examine(asked: Asked): Promise<Finding[]> {
  const { settings, restored, say } = asked
  const connected = await connect(settings, { name: 'restore', alone: true, say })
  try {
    const { backup, manifest, list } = restored
    if (manifest.database.kind === 'dump') {
      await restoreDump(settings, connected, {
        backup,
        major: manifest.database.major,
        sha256: list.get(DATABASE_DUMP),
      })
    }
    await migrateHome(settings, connected)
    const context = await openContext(settings, connected)
    try {
      const made = await extendTiles(context.db, context.blobs.named)
      if (made > 0) say(`存证日志最后 ${made} 条的瓦片已按数据库补齐。`)
      const findings = [...(await examineRoles(connected)), ...(await examineRestored({ ...asked, context }))]
      await noteRestored(context, restored, findings)
      return findings
    } finally {
      await context.close()
    }
  } finally {
    await connected.release()
  }
}

/** What came back from a copy, and whether all of it was whole, stands in the audit of what goes on from there. */
async function noteRestored({ db, clock }: Context, restored: Restored, findings: readonly Finding[]): Promise<void> {
  const { backup, manifest, files } = restored
  const wanting = findings.filter(({ state }) => state === 'wanting').map(({ name }) => name)
  const { asOf, checksums } = manifest
  const detail = { folder: backup, account: userInfo().username, asOf, checksums, files: files.files, wanting }
  await noteOperation(db.pool, { name: 'backup-restored', at: clock.now(), detail })
}

const MARKS = { good: '✓', note: '·', wanting: '✗' } as const

function tell({ manifest, files }: Restored, findings: readonly Finding[], seconds: number): Answer {
  const isWanting = findings.some(({ state }) => state === 'wanting')
  const lines = findings.map(({ name, state, sentence }) => `${MARKS[state]} ${name}：${sentence}`)
  const end = isWanting
    ? '恢复出来了，但有不完好的地方（✗）；先看清楚再启动，原来的数据目录和备份都不要删。'
    : '恢复完成，全部核对无误；现在可以 npm start。'
  return {
    text: [`恢复用时 ${seconds.toFixed(1)} 秒：`, ...lines, end].join('\n'),
    data: { asOf: manifest.asOf, files, findings, seconds },
    exitCode: isWanting ? 1 : 0,
  }
}
