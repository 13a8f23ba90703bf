import { equalBytes } from '#domain/record-log/bytes.ts'
import type { Restored } from '#server/backup/restore.ts'
import { sampleBlobs } from '#server/backup/sample-blobs.ts'
import type { Context } from '#server/context.ts'
import { filesOfEpoch, readEpoch } from '#server/record-log/epoch.ts'
import { examineLog } from '#server/record-log/examine-log.ts'
import { CHECKPOINT } from '#server/record-log/log-files.ts'
import { readHead } from '#server/record-log/log-rows.ts'
import { scrubLog } from '#server/record-log/scrub-log.ts'
import { readLogKeys } from '#server/record-log/signing-key.ts'
import { askedWitnesses } from '#server/record-log/witness-policy.ts'
import { examineDatabase } from '../doctor/examine-database.ts'
import { examineStates } from '../doctor/examine-states.ts'
import { examineStrokes } from '../doctor/examine-strokes.ts'
import { type Finding, good, note, wanting } from '../doctor/finding.ts'
import type { Published } from './published-checkpoint.ts'

export type Examination = {
  readonly context: Context
  readonly restored: Restored
  readonly published: Published | undefined
  readonly isQuick: boolean
  readonly say: (sentence: string) => void
}

/** What stands and what is missing after a restore; the record log and every blob come last, since they take longest. */
export async function examineRestored(asked: Examination): Promise<Finding[]> {
  const { context, restored, published, isQuick, say } = asked
  const findings = [...ofFiles(restored), ...(await examineDatabase(context.db))]
  if (findings.some(({ name, state }) => name === 'migrations' && state === 'wanting')) return findings
  say('正在重新折叠每个案件，并核对存证日志和原件…')
  findings.push(...(await examineStates(context)), ...(await examineStrokes(context)), await ofAge(asked))
  if (published) await holdPublished(context, published)
  const log = await ofLog(context, published)
  findings.push(log)
  return [...findings, ...(isQuick ? await ofSample(context) : await ofScrub(context, log))]
}

function ofFiles({ files, manifest }: Restored): Finding[] {
  const { missing, altered, kept } = files
  const told = `恢复了 ${files.files} 个文件${kept > 0 ? `，存储里已有的 ${kept} 个没有动` : ''}`
  const lost = [...missing.map((path) => `缺 ${path}`), ...altered.map((path) => `${path} 与摘要不符`)]
  const copied = lost.length === 0 ? good('files', `${told}，摘要都相符。`) : wanting('files', sayLost(told, lost))
  return [copied, ...manifest.leftOut.map((sentence) => note('left-out', sentence))]
}

const sayLost = (told: string, lost: readonly string[]): string =>
  `${told}；备份里有 ${lost.length} 个文件不完好：${lost.slice(0, 10).join('、')}${lost.length > 10 ? ' 等' : ''}。`

/** What the backup was said to hold is the least that must be there. */
async function ofAge({ context, restored: { manifest } }: Examination): Promise<Finding> {
  const head = await readHead(context.db)
  if ((head?.size ?? 0) >= (manifest.log?.size ?? 0))
    return good('as-of', `数据截至 ${manifest.asOf}，此前办成的都在。`)
  return wanting('as-of', `清单说存证日志到第 ${manifest.log?.size} 条，恢复出来只到第 ${head?.size ?? 0} 条。`)
}

/** A checkpoint that goes further, or differs, is put where the signer looks: it then refuses to sign a fork. */
async function holdPublished({ db, blobs }: Context, { checkpoint, bytes }: Published): Promise<void> {
  const own = await readHead(db, Number(checkpoint.size))
  if (own && equalBytes(own.root, checkpoint.root)) return
  await filesOfEpoch(blobs.named, (await readEpoch(db)).epoch).replace({ name: CHECKPOINT, bytes })
}

const UNPROVED =
  '没有给出停机前最后公布的检查点，不能证明这是最新的一份：请向见证方或者保存副本的人要来，用 --published 再核对。'

async function ofLog({ db, blobs, config }: Context, published: Published | undefined): Promise<Finding> {
  const examined = await examineLog({
    db,
    files: blobs.named,
    keys: readLogKeys(config),
    witnesses: askedWitnesses(config),
  })
  if (!examined.ok) return wanting('log', examined.problem.sentence)
  if (!examined.head) return good('log', '存证日志还没有签过名。')
  const { size } = examined.head
  if (published)
    return good(
      'log',
      `存证日志到第 ${size} 条，与给出的检查点（第 ${published.checkpoint.size} 条）一致，可以接着签名。`,
    )
  return note('log', `存证日志到第 ${size} 条，瓦片、检查点、密钥相符。${UNPROVED}`)
}

const SAMPLE = 200

async function ofSample(context: Context): Promise<Finding[]> {
  const { all, hashed, missing, altered } = await sampleBlobs(context, SAMPLE)
  const scope = `原件 ${all} 件都看了在不在、长度对不对，抽了 ${hashed} 件重算摘要（--quick；全部核对请用 log scrub）`
  if (missing.length + altered.length === 0) return [good('blobs', `${scope}：完好。`)]
  return [
    wanting(
      'blobs',
      `${scope}：缺失或者长度不对 ${missing.length} 件，改动 ${altered.length} 件：${[...missing, ...altered].slice(0, 10).join('、')}。`,
    ),
  ]
}

const MOST = 20

async function ofScrub(context: Context, log: Finding): Promise<Finding[]> {
  const { entries, waiting, blobs, findings } = await scrubLog(context, () => undefined)
  // The state of the whole log has been told already.
  const found = findings.filter(
    ({ sentence }) => log.state !== 'wanting' || !sentence.includes(log.sentence.replace(/。$/, '')),
  )
  const scope = `逐条重算：条目 ${entries} 条、待签 ${waiting} 条、原件 ${blobs} 件`
  if (found.length === 0) return [good('scrub', `${scope}，没有发现改动。`)]
  return [
    wanting('scrub', `${scope}，发现 ${found.length} 处不符。`),
    ...found.slice(0, MOST).map(({ sentence }) => wanting('scrub', sentence)),
  ]
}
