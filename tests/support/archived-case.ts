import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SigningAnswer } from '#contract/signing.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import { buildPackage, examineDossier } from '#server/features/archive/index.ts'
import { typesetIssued } from '#server/features/documents/index.ts'
import { drawSignedPaper } from '#server/features/signing/index.ts'
import { newId } from '#server/ids.ts'
import { keepRecordingLeaf } from '#server/record-log/recording-leaf.ts'
import { runSequencer } from '#server/record-log/sequencer.ts'
import type { Caller, TestDesk } from './desk.ts'
import { DRAWN_NAME } from './drawn-name.ts'
import { type MadeFile, madeBrokenPdf, madePdf, madePng, madeScan, madeWav } from './made-files.ts'
import { PenaltyRoad } from './penalty-road.ts'
import { eventually } from './record-log.ts'

/** A penalty of the demo's market bureau up to its end, with a photograph, a scan, a broken file, a sound recording, a paper that was signed on a screen, and files that went with an approval. */
export async function endedCase(desk: TestDesk): Promise<PenaltyRoad<Caller>> {
  const road = await PenaltyRoad.open(desk)
  await road.file()
  await road.investigate()
  await addFiles(desk, road)
  await signInquiry(desk, road)
  await road.notify()
  await road.draft()
  await road.review()
  await decideWithFiles(desk, road)
  await bindRecording(desk, road)
  await road.finish()
  return road
}

/** The party signs the record of the inquiry on a screen, and the copy with the signature is drawn. */
async function signInquiry(desk: TestDesk, road: PenaltyRoad<Caller>): Promise<void> {
  const { documents } = await road.state('lin')
  const document = documents.find(({ code }) => code === 'inquiry-record')?.id ?? ''
  await typesetIssued(desk.context, document)
  const lin = await road.as('lin')
  const url = `/api/cases/${road.id}/documents/${document}`
  const { file } = (await lin.get(`${url}/signing`)).json<SigningAnswer>()
  const signature = { sha256: file?.sha256, as: 'party', name: '赵某', capacity: '本人', strokes: DRAWN_NAME }
  const answer = await lin.send('POST', `${url}/signatures`, signature, { 'if-match': `"${road.version}"` })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  road.version = answer.json<{ version: number }>().version
  await drawSignedPaper(desk.context, document)
}

/** What is asked for the decision comes with a paper and a table. */
async function decideWithFiles(desk: TestDesk, road: PenaltyRoad<Caller>): Promise<void> {
  const table = { name: '裁量计算.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 裁量计算') }
  const attachments = []
  for (const file of [madePdf('集体讨论材料.pdf'), table])
    attachments.push(await finishedUpload(desk, { by: '林一', caseId: road.id, file }))
  await road.take('lin', 'go-to-decision')
  await road.take('lin', 'decide', {}, { attachments })
  await road.agree('shen')
}

/** A photograph, a scan of three pages, and a file that cannot be bound. */
async function addFiles(desk: TestDesk, road: PenaltyRoad<Caller>): Promise<void> {
  const files = [madePng('现场.png'), await madeScan('台账.pdf'), madeBrokenPdf('损坏.pdf')]
  const uploads = []
  for (const file of files) uploads.push(await finishedUpload(desk, { by: '林一', caseId: road.id, file }))
  const [photo, scan, broken] = uploads
  const evidence = [
    { kind: '视听资料', title: '现场照片', source: '执法人员拍摄', upload: photo },
    { kind: '书证', title: '进货台账复印件', source: '当事人提供', upload: scan },
    { kind: '电子数据', title: '打不开的附件', source: '当事人提供', upload: broken },
  ]
  await road.take('lin', 'add-evidence', {}, { evidence })
}

type Upload = { readonly by: string; readonly caseId: string; readonly file: MadeFile }

/** An upload as it stands when its last byte is in the store. */
export async function finishedUpload(desk: TestDesk, { by, caseId, file }: Upload): Promise<string> {
  const { sha256, sm3 } = await storeBytes(desk.context.blobs, newId(), file.buffer)
  const id = newId()
  await desk.database.owner.query({
    text: `WITH stored AS (INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, $3, $4, now())
        ON CONFLICT DO NOTHING)
      INSERT INTO app.uploads (id, owner_id, agency_id, case_id, file_name, size, stored_size, sha256, state, created_at,
        finished_at, expires_at)
      SELECT $5, p.id, p.agency_id, $6, $7, $3, $3, $1, 'finished', now(), now(), now() + interval '1 day'
      FROM app.people p WHERE p.name = $8`,
    values: [sha256, sm3, file.buffer.length, file.mimeType, id, caseId, file.name, by],
  })
  return id
}

let taped = 0

/** A recording of a length that no other has: the same one is registered once. */
async function bindRecording(desk: TestDesk, road: PenaltyRoad<Caller>): Promise<void> {
  taped += 1
  const file = madeWav('询问录音.wav', taped)
  const { sha256, sm3 } = await storeBytes(desk.context.blobs, newId(), file.buffer)
  const recording = newId()
  const [capturedAt, storedAt] = ['2026-06-01T01:00:00.000Z', '2026-06-01T02:00:00.000Z']
  await desk.context.db.transaction(async (tx) => {
    await tx.query({
      text: `INSERT INTO app.blobs (sha256, sm3, size, media_type, stored_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      values: [sha256, sm3, file.buffer.length, file.mimeType, storedAt],
    })
    await tx.query({
      text: `INSERT INTO app.recordings (id, agency_id, sha256, medium, file_name, captured_at, source, stored_at)
        SELECT $1, c.agency_id, $2, 'audio', $3, $4, 'desk', $5 FROM app.cases c WHERE c.id = $6`,
      values: [recording, sha256, file.name, capturedAt, storedAt, road.id],
    })
    await tx.query({
      text: `INSERT INTO app.recording_bindings (recording_id, case_id, run_id, scene, bound_by, bound_at)
        SELECT $1, $2, 'main', 'inquiry', p.id, $3 FROM app.people p WHERE p.name = '林一'`,
      values: [recording, road.id, storedAt],
    })
    const none = { device: null, officer: null }
    await keepRecordingLeaf(tx, { recording, sha256, sm3, size: file.buffer.length, ...none, capturedAt, storedAt })
  })
}

/** What the workers do by themselves: typesets what was issued and numbers the log until nothing waits. */
export async function settle(desk: TestDesk, caseId: string): Promise<void> {
  const { rows } = await desk.context.db.query<{ id: string }>({
    text: `SELECT id FROM app.documents WHERE case_id = $1 AND id NOT IN (SELECT document_id FROM app.document_files)`,
    values: [caseId],
  })
  for (const { id } of rows) await typesetIssued(desk.context, id)
  const sequencer = runSequencer(desk.context, { pollMs: 20 })
  await eventually(async () => (await waitingLeaves(desk)) === 0)
  await sequencer.close()
}

async function waitingLeaves(desk: TestDesk): Promise<number> {
  const { rows } = await desk.context.db.query<{ n: number }>({
    text: `SELECT count(*) AS n FROM app.leaves l WHERE NOT EXISTS (SELECT FROM app.log_entries e WHERE e.leaf_id = l.id)`,
  })
  return rows[0]?.n ?? 0
}

export type HandedOver = { readonly id: string; readonly version: number }
type Moved = HandedOver & { readonly state: string }

export const handOverInput = { arrangement: 'time', retention: '30年', notes: '实物证据随卷移交。' }

/** Hands the dossier over and has its files examined. */
export async function handOver(
  desk: TestDesk,
  caseId: string,
  more: Record<string, unknown> = {},
): Promise<HandedOver> {
  const lin = await desk.as('lin')
  const answer = await lin.send(
    'POST',
    `/api/cases/${caseId}/dossier`,
    { ...handOverInput, ...more },
    { 'if-match': '"0"' },
  )
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  const dossier = answer.json<Moved>()
  await examineDossier(desk.context, dossier.id)
  return dossier
}

/** Seals by the archivist and puts the package together; answers the package's id. */
export async function sealAndBuild(desk: TestDesk, { id, version }: HandedOver, caseId: string): Promise<string> {
  const wei = await desk.as('wei')
  const answer = await wei.send('POST', `/api/archive/${id}/seal`, undefined, { 'if-match': `"${version}"` })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  await settle(desk, caseId)
  return buildNewest(desk, id)
}

export async function buildNewest(desk: TestDesk, dossierId: string): Promise<string> {
  const { rows } = await desk.context.db.query<{ id: string }>({
    text: 'SELECT id FROM app.dossier_packages WHERE dossier_id = $1 ORDER BY part DESC LIMIT 1',
    values: [dossierId],
  })
  const id = rows[0]?.id ?? ''
  await buildPackage(desk.context, id)
  return id
}

/** Downloads a package and unpacks it with the system's tar; answers the folder of the bag. */
export async function unpack(desk: TestDesk, packageId: string, into: string): Promise<string> {
  const wei = await desk.as('wei')
  const answer = await wei.get(`/api/archive/packages/${packageId}/file`)
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  if (Number(answer.headers['content-length']) !== answer.rawPayload.length)
    throw new Error('the length was told wrongly')
  mkdirSync(into, { recursive: true })
  const tar = join(into, 'package.tar')
  writeFileSync(tar, answer.rawPayload)
  const listed = execFileSync('tar', ['-tf', tar], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  execFileSync('tar', ['-xf', tar, '-C', into], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  const names = execFileSync('find', [into, '-maxdepth', '1', '-mindepth', '1', '-type', 'd'], { encoding: 'utf8' })
  if (listed.trim() === '') throw new Error('an empty package')
  return names.trim().split('\n')[0] ?? ''
}
