import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArchiveAnswer, ArchiveDetail, DossierAnswer } from '#contract/archive.ts'
import type { Inventory } from '#domain/archive/inventory.ts'
import type { VolumeRecord } from '#domain/archive/volume.ts'
import { formatPolicy } from '#domain/record-log/policy.ts'
import { formatVkey } from '#domain/record-log/vkey.ts'
import { buildPackage } from '#server/features/archive/index.ts'
import { verifyPackage } from '#server/features/archive/verify/verify-package.ts'
import { verifyEd25519 } from '#server/record-log/ed25519.ts'
import { runSequencer } from '#server/record-log/sequencer.ts'
import { readLogKeys } from '#server/record-log/signing-key.ts'
import { officePolicy } from '#server/record-log/witness-policy.ts'
import {
  buildNewest,
  endedCase,
  finishedUpload,
  type HandedOver,
  handOver,
  handOverInput,
  sealAndBuild,
  settle,
  unpack,
} from '../support/archived-case.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { forgePackage } from '../support/forge-package.ts'
import { madePdf } from '../support/made-files.ts'
import { pdfPages, pdfRuns } from '../support/pdf-text.ts'
import { PenaltyRoad } from '../support/penalty-road.ts'
import { eventually } from '../support/record-log.ts'
import { testWitness } from '../support/served-witness.ts'
import { runZhaofa } from '../support/zhaofa.ts'

const scratch = mkdtempSync(join(tmpdir(), 'zhaofa-archive-'))
let desk: TestDesk
let road: PenaltyRoad<Caller>
let dossier: HandedOver
let packageId: string
let folder: string
let vkeys: readonly string[]

beforeAll(async () => {
  desk = await testDesk('2026-06-01T02:00:00Z', { PORTAL_PUBLIC_URL: 'https://gs.example' })
  road = await endedCase(desk)
  await settle(desk, road.id)
  dossier = await handOver(desk, road.id)
  packageId = await sealAndBuild(desk, dossier, road.id)
  folder = await unpack(desk, packageId, join(scratch, 'first'))
  vkeys = readLogKeys(desk.context.config).vkeys.map(formatVkey)
}, 120_000)
afterAll(async () => {
  await desk.close()
  rmSync(scratch, { recursive: true })
})

const judged = (at: string) => verifyPackage(at, { vkeys, verifySignature: verifyEd25519 })
const filesOf = (at: string): string[] =>
  readdirSync(at, { recursive: true })
    .map((name) => join(at, String(name)))
    .filter((path) => statSync(path).isFile())
const inventoryAt = (at: string) => JSON.parse(readFileSync(join(at, 'data/inventory.json'), 'utf8')) as Inventory

/** Many files of one sort are flipped together, each of which must be named; the others one by one. */
const groupOf = (path: string): string => /^data\/(events|documents|dossier|receipts\/[a-z]+-)/.exec(path)?.[0] ?? path

/** Flips a bit of the byte at a part of the file's length; answers how to undo it. */
function flip(path: string, place: number): () => void {
  const bytes = readFileSync(path)
  const flipped = Buffer.from(bytes)
  const at = Math.floor((bytes.length - 1) * place)
  flipped[at] = (flipped[at] ?? 0) ^ 0x20
  writeFileSync(path, flipped)
  return () => writeFileSync(path, bytes)
}

async function refuseFlipped(group: string, paths: readonly string[], place: number): Promise<void> {
  const restore = paths.map((path) => flip(path, place))
  const { ok, problems } = await judged(folder)
  for (const put of restore) put()
  expect([group, place, ok]).toEqual([group, place, false])
  const told = problems.join('\n')
  expect(paths.map((path) => relative(folder, path)).filter((name) => !told.includes(name))).toEqual([])
}

describe('a sealed package', () => {
  test('is verified by a process that has no database and no network, and any BagIt tool takes it', async () => {
    const key = join(scratch, 'vkey')
    writeFileSync(key, vkeys.join('\n'))
    const verified = await runZhaofa(['verify', folder, '--vkey', key, '--json'], {
      DATABASE_URL: 'postgres://nowhere/',
    })
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, problems: [] })
    expect(verified.code).toBe(0)
    const validated = await runZhaofa(['bagit', 'validate', folder], {})
    expect([validated.code, validated.stdout]).toEqual([0, expect.stringContaining('有效的 BagIt 包')])
  })

  test('holds documents, signed copies, attachments, evidence, recordings, every event and a receipt for each', async () => {
    const inventory = inventoryAt(folder)
    const kinds = new Set(inventory.items.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['attachment', 'document', 'evidence', 'recording', 'signed-copy'])
    const { state } = await road.read('lin')
    expect(readdirSync(join(folder, 'data/events'))).toHaveLength(state.seq)
    const receipts = readdirSync(join(folder, 'data/receipts')).filter((name) => name.endsWith('.tlog-proof'))
    const papers = inventory.items.filter(({ kind, file }) => file && (kind === 'document' || kind === 'recording'))
    expect(receipts).toHaveLength(state.seq + papers.length)
    expect(inventory.papers.map(({ code }) => code)).toEqual([
      'dossier-cover',
      'dossier-catalogue',
      'dossier-notes',
      'four-property-report',
    ])
  })

  test('one flipped bit in any file is told with the name of that file', async () => {
    const groups = Map.groupBy(filesOf(folder), (path) => groupOf(relative(folder, path)))
    expect(groups.size).toBeGreaterThan(15)
    for (const [index, [group, paths]] of [...groups].entries()) await refuseFlipped(group, paths, index % 2)
    expect(await judged(folder)).toMatchObject({ ok: true })
  }, 120_000)

  test('a file that is put in, and one that is taken out, is told', async () => {
    const stranger = join(folder, 'data/evidence/999.jpg')
    writeFileSync(stranger, 'x')
    expect((await judged(folder)).problems.join('\n')).toContain('data/evidence/999.jpg')
    rmSync(stranger)
    const [gone = ''] = filesOf(join(folder, 'data/recordings'))
    const bytes = readFileSync(gone)
    rmSync(gone)
    expect((await judged(folder)).problems.join('\n')).toContain(relative(folder, gone))
    writeFileSync(gone, bytes)
  })

  test('says who signed which paper, and the copy with the signature lies behind that paper', async () => {
    const { items } = inventoryAt(folder)
    const at = items.findIndex(({ kind }) => kind === 'signed-copy')
    const [paper, copy] = [items[at - 1], items[at]]
    expect(paper).toMatchObject({ kind: 'document', title: '询问笔录' })
    expect(copy?.copy).toMatchObject({ document: paper?.id, parent: paper?.file?.sha256 })
    const { proved } = await judged(folder)
    expect(proved.join()).toContain('赵某（当事人一方，本人） 2026-06-01 签名（屏幕手写）')
    expect(readFileSync(join(folder, 'data/metadata.xml'), 'utf8')).toContain(
      `<派生自 SHA256="${paper?.file?.sha256}">`,
    )
  })

  test('holds the very files that went with an approval, and is refused without one of them', async () => {
    const attached = inventoryAt(folder).items.filter(({ kind }) => kind === 'attachment')
    expect(attached.map(({ title }) => title)).toEqual(['报批附件：集体讨论材料.pdf', '报批附件：裁量计算.xlsx'])
    const path = join(folder, attached[1]?.file?.path ?? '')
    const bytes = readFileSync(path)
    expect(bytes.toString()).toContain('裁量计算')
    rmSync(path)
    const { ok, problems } = await judged(folder)
    expect([ok, problems.join('\n')]).toEqual([false, expect.stringContaining(relative(folder, path))])
    expect(problems.join('\n')).toContain('《报批附件：裁量计算.xlsx》的文件不在')
    writeFileSync(path, bytes)
  })

  test('who changes an original and all manifests is still found out by the receipt of the sealing', async () => {
    const forged = await unpack(desk, packageId, join(scratch, 'forged'))
    const [evidence = ''] = filesOf(join(forged, 'data/evidence'))
    forgePackage(forged, relative(forged, evidence))
    const validated = await runZhaofa(['bagit', 'validate', forged], {})
    expect(validated.code).toBe(0)
    const { ok, problems } = await judged(forged)
    expect(ok).toBe(false)
    expect(problems.join('\n')).toContain(relative(forged, evidence))
  })

  test('is the same to the last byte when it is built again, and a second builder changes nothing', async () => {
    const again = await unpack(desk, packageId, join(scratch, 'again'))
    const bytes = (at: string) => filesOf(at).map((path) => [relative(at, path), readFileSync(path).toString('base64')])
    expect(bytes(again).sort()).toEqual(bytes(folder).sort())
    expect(await buildPackage(desk.context, packageId)).toBe('known')
    const sums = async () =>
      (
        await desk.database.owner.query<{ path: string; sha256: string }>({
          text: 'SELECT path, sha256 FROM app.package_files WHERE package_id = $1 ORDER BY path',
          values: [packageId],
        })
      ).rows
    const before = await sums()
    await desk.database.owner.query({
      text: `WITH gone AS (DELETE FROM app.package_files WHERE package_id = $1)
        UPDATE app.package_builds SET state = 'waiting', bag_sha256 = NULL, built_at = NULL WHERE package_id = $1`,
      values: [packageId],
    })
    desk.pass(5)
    expect(await buildPackage(desk.context, packageId)).toBe('built')
    expect(await sums()).toEqual(before)
  })

  test('without the public key the command says that it took the one in the package', async () => {
    const verified = await runZhaofa(['verify', folder], {})
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('用的是包里自带的公钥')])
    const other = 'gs.other/log+00000000+AQ=='
    expect((await runZhaofa(['verify', folder, '--vkey', other], {})).code).not.toBe(0)
  })
})

describe('the bound volume', () => {
  const volumeAt = (at: string) => JSON.parse(readFileSync(join(at, 'data/volume/volume.json'), 'utf8')) as VolumeRecord

  test('has every numbered page where the catalogue says, between cover and notes, with its number on it', async () => {
    const record = volumeAt(folder)
    if ('missing' in record) throw new Error(record.missing)
    const { items } = inventoryAt(folder)
    const volume = await PDFDocument.load(readFileSync(join(folder, 'data/volume/volume.pdf')))
    const { frontPages, numberedPages, backPages } = record
    expect(volume.getPageCount()).toBe(frontPages + numberedPages + backPages)
    expect(numberedPages).toBe(Math.max(...items.map(({ to = 0 }) => to)))
    const scan = items.find(({ title }) => title.includes('进货台账复印件'))
    const ledger = frontPages + (scan?.from ?? 0)
    const pdf = readFileSync(join(folder, 'data/volume/volume.pdf'))
    const texts = await pdfPages(pdf)
    const numbered = (await pdfRuns(pdf)).slice(frontPages, frontPages + numberedPages)
    expect(numbered.filter((runs, at) => !runs.some(({ text }) => text === String(at + 1)))).toEqual([])
    expect([1, 2, 3].map((sheet) => texts[ledger + sheet - 2]?.includes(`Ledger, sheet ${sheet}`))).toEqual([
      true,
      true,
      true,
    ])
    expect(texts[1]?.replaceAll(' ', '')).toContain('卷内目录')
    expect(texts[frontPages + numberedPages]?.replaceAll(' ', '')).toContain('卷内备考表')
  })

  test('names what cannot be bound on a sheet in its place, and declares PDF/A only where every source is', async () => {
    const record = volumeAt(folder)
    if ('missing' in record) throw new Error(record.missing)
    const broken = record.sources.find(({ title }) => title.includes('打不开的附件'))
    expect(broken).toMatchObject({ as: 'sheet', why: expect.stringContaining('读不出来') })
    const texts = await pdfPages(readFileSync(join(folder, 'data/volume/volume.pdf')))
    expect(texts[record.frontPages + (broken?.from ?? 0) - 1]).toContain('此件为电子件')
    const attached = record.sources.filter(({ title }) => title.startsWith('报批附件'))
    expect(attached.map(({ as, why }) => [as, why])).toEqual([
      ['pages', undefined],
      ['sheet', '这种格式不能印成页'],
    ])
    expect([record.declares, record.because.join()]).toEqual([null, expect.stringContaining('进货台账复印件')])
    const bytes = readFileSync(join(folder, 'data/volume/volume.pdf'), 'latin1')
    expect(bytes).not.toMatch(/elsewhere\.example|JavaScript/)
  })

  test('is told when it is another one, or when its record says otherwise than the seal', async () => {
    const path = join(folder, 'data/volume/volume.json')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('"from":3', '"from":4'))
    expect((await judged(folder)).problems.join('\n')).toContain('摘要或者页号与封存清单不符')
    writeFileSync(path, text)
    expect(await judged(folder)).toMatchObject({ ok: true })
  })
})

describe('the archive of one agency', () => {
  test('does not exist for the archivist of another', async () => {
    const hua = await desk.as('hua')
    const headers = { 'if-match': '"2"' }
    const answers = [
      await hua.get(`/api/cases/${road.id}/dossier`),
      await hua.get(`/api/archive/${dossier.id}`),
      await hua.get(`/api/archive/packages/${packageId}/file`),
      await hua.get(`/api/archive/packages/${packageId}/papers/dossier-cover`),
      await hua.send('POST', `/api/archive/${dossier.id}/seal`, undefined, headers),
      await hua.send('POST', `/api/archive/${dossier.id}/return`, { reason: '别家的案卷' }, headers),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404])
    expect((await hua.get('/api/archive?list=sealed')).json()).toMatchObject({ rows: [], counts: { sealed: 0 } })
  })

  test('lists what is sealed with its number, and shows the papers', async () => {
    const wei = await desk.as('wei')
    const list = (await wei.get('/api/archive?list=sealed')).json<ArchiveAnswer>()
    expect(list.rows).toMatchObject([{ dossierId: dossier.id, archiveNumber: '青市监档〔2026〕1号', state: 'sealed' }])
    for (const code of ['dossier-cover', 'dossier-catalogue', 'dossier-notes', 'four-property-report']) {
      const paper = await wei.get(`/api/archive/packages/${packageId}/papers/${code}`)
      expect([paper.statusCode, paper.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
    expect((await wei.get(`/api/archive/packages/${packageId}/papers/penalty-decision`)).statusCode).toBe(404)
  })
})

describe('a dossier before it is sealed', () => {
  test('waits until the case has ended, goes back with a reason, and needs a reason for another term', async () => {
    const open = await PenaltyRoad.open(desk)
    const [lin, wei] = [await desk.as('lin'), await desk.as('wei')]
    const send = (version: number, body: unknown = handOverInput) =>
      lin.send('POST', `/api/cases/${open.id}/dossier`, body, { 'if-match': `"${version}"` })
    expect((await send(0)).json()).toMatchObject({ status: 409, detail: expect.stringContaining('办结以后才能移交') })
    const ended = await endedCase(desk)
    const url = `/api/cases/${ended.id}/dossier`
    expect((await lin.get(url)).json<DossierAnswer>().missing.join()).toContain('还没有排版成文件')
    await settle(desk, ended.id)
    const short = { ...handOverInput, retention: '10年' }
    const unreasoned = await lin.send('POST', url, short, { 'if-match': '"0"' })
    expect([unreasoned.statusCode, unreasoned.body]).toEqual([422, expect.stringContaining('要写明理由')])
    const handed = await handOver(desk, ended.id, { ...short, retentionReason: '区里的期限表规定为十年' })
    const zhou = await desk.as('zhou')
    expect((await zhou.get(url)).json<DossierAnswer>().refusal).toContain('已经移交')
    const headers = { 'if-match': `"${handed.version}"` }
    const stale = await wei.send('POST', `/api/archive/${handed.id}/return`, { reason: '漏页' }, { 'if-match': '"9"' })
    const returned = await wei.send('POST', `/api/archive/${handed.id}/return`, { reason: '缺一张照片的说明' }, headers)
    expect([stale.statusCode, returned.statusCode]).toEqual([412, 200])
    const again = (await lin.get(url)).json<DossierAnswer>()
    expect(again).toMatchObject({ state: 'returned', returnedReason: '缺一张照片的说明', refusal: null })
    const second = await lin.send(
      'POST',
      url,
      { ...handOverInput, arrangement: 'conclusion-first' },
      { 'if-match': '"2"' },
    )
    expect(second.json()).toMatchObject({ state: 'handed-over', version: 3 })
    const unread = await wei.send('POST', `/api/archive/${handed.id}/seal`, undefined, { 'if-match': '"3"' })
    expect(unread.json()).toMatchObject({ status: 409, detail: expect.stringContaining('逐个重读') })
  })

  test('has no place in the lists when the case was given up before its first paper', async () => {
    const given = new PenaltyRoad<Caller>(desk)
    await given.meetPeople()
    const charge = {
      item: '污水处理费',
      'item-basis': '《某排水条例》第三十二条',
      'in-catalogue': true,
      standard: '每立方米一元',
    }
    await given.open('lin', {
      procedure: 'fee',
      name: '青石味来污水处理费',
      parties: [given.party],
      violations: [],
      handlers: given.handlers,
      facts: { case: charge },
    })
    await given.take('lin', 'drop', { case: { 'drop-reason': '已经由其他机关收取' } })
    await given.agree('shen')
    expect(await given.state('lin')).toMatchObject({ documents: [], endedOn: '2026-06-01' })
    const [lin, wei] = [await desk.as('lin'), await desk.as('wei')]
    const dossier = (await lin.get(`/api/cases/${given.id}/dossier`)).json<DossierAnswer>()
    expect(dossier.missing).toEqual(['卷内没有材料，不用移交'])
    const mine = (await lin.get('/api/dossiers')).json<ArchiveAnswer>()
    const listed = (await wei.get('/api/archive?list=not-handed-over')).json<ArchiveAnswer>()
    expect([...mine.rows, ...listed.rows].map(({ caseId }) => caseId)).not.toContain(given.id)
    expect(listed.counts.notHandedOver).toBe(listed.rows.length)
  })

  test('is not sealed while a file of it is damaged in the store, and the file is named', async () => {
    const ended = await endedCase(desk)
    await settle(desk, ended.id)
    const { lines } = (await (await desk.as('lin')).get(`/api/cases/${ended.id}/dossier`)).json<DossierAnswer>()
    const decision = lines.find(({ title }) => title === '行政处罚决定书')
    const sha256 = decision?.sha256 ?? ''
    const blob = join(desk.context.config.home, 'blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    const bytes = readFileSync(blob)
    chmodSync(blob, 0o640)
    writeFileSync(blob, Buffer.concat([bytes.subarray(0, -1), Buffer.of(1)]))
    const handed = await handOver(desk, ended.id)
    const wei = await desk.as('wei')
    const refused = await wei.send('POST', `/api/archive/${handed.id}/seal`, undefined, { 'if-match': '"1"' })
    expect(refused.json()).toMatchObject({ status: 409, detail: expect.stringContaining('《行政处罚决定书》被改动过') })
    const { rows } = await desk.database.owner.query<{ n: number }>({
      text: 'SELECT count(*) AS n FROM app.dossier_packages WHERE dossier_id = $1',
      values: [handed.id],
    })
    expect(rows[0]?.n).toBe(0)
  })
})

describe('a sealed dossier', () => {
  test('is read-only: no action, no evidence, no approval', async () => {
    const evidence = [{ kind: '书证', title: '迟来的台账', source: '当事人提供' }]
    const answer = await road.trial('lin', 'add-evidence', { run: 'main', facts: {}, evidence })
    const { version } = await road.read('lin')
    road.version = version
    const current = await road.trial('lin', 'add-evidence', { run: 'main', facts: {}, evidence })
    expect([answer.statusCode, current.statusCode]).toEqual([412, 409])
    expect(current.body).toContain('已于 2026-06-01 封存')
  })

  test('cannot be handed over, returned or sealed once more', async () => {
    const [lin, wei] = [await desk.as('lin'), await desk.as('wei')]
    const { version } = (await lin.get(`/api/cases/${road.id}/dossier`)).json<DossierAnswer>()
    const headers = { 'if-match': `"${version}"` }
    const again = await lin.send('POST', `/api/cases/${road.id}/dossier`, handOverInput, headers)
    const returned = await wei.send('POST', `/api/archive/${dossier.id}/return`, { reason: '漏了一页' }, headers)
    const sealed = await wei.send('POST', `/api/archive/${dossier.id}/seal`, undefined, headers)
    expect([again.statusCode, returned.statusCode, sealed.statusCode]).toEqual([409, 409, 409])
    expect(again.body).toContain('补充归档')
  })

  test('gets a supplement as a package of its own, which names the digest of the one before', async () => {
    const wei = await desk.as('wei')
    await supplement('收到行政复议决定书')
    const second = await unpack(desk, await buildNewest(desk, dossier.id), join(scratch, 'second'))
    const inventory = inventoryAt(second)
    const { packages } = (await wei.get(`/api/archive/${dossier.id}`)).json<ArchiveDetail>()
    expect(inventory.former).toEqual({
      part: 1,
      archiveNumber: packages[0]?.archiveNumber,
      bag: packages[0]?.bagSha256,
    })
    expect(await judged(second)).toMatchObject({ ok: true, facts: { part: 2 } })
    expect(await judged(folder)).toMatchObject({ ok: true, facts: { bag: packages[0]?.bagSha256 } })
  })

  test('waits for its witnesses, carries what they signed, and is judged by their rule', async () => {
    const { config } = desk.context
    const keys = readLogKeys(config)
    const witness = await testWitness('sifa.example', keys.vkeys)
    await supplement('收到法院的回执')
    Object.assign(config.recordLog, { witnesses: witness.line, quorum: 1 })
    await expect(buildNewest(desk, dossier.id)).rejects.toThrow('does not hold')
    const sequencer = runSequencer(desk.context, { pollMs: 20, besideMs: 20, patienceMs: 5000 })
    await eventually(() =>
      buildNewest(desk, dossier.id).then(
        () => true,
        () => false,
      ),
    )
    await sequencer.close()
    const third = await unpack(desk, await buildNewest(desk, dossier.id), join(scratch, 'third'))
    expect(readFileSync(join(third, 'data/receipts/checkpoint'), 'utf8')).toContain('— sifa.example ')
    const policy = formatPolicy(officePolicy(config, keys))
    const byPolicy = (text: string) => verifyPackage(third, { vkeys: [], policy: text, verifySignature: verifyEd25519 })
    expect(await byPolicy(policy)).toMatchObject({
      ok: true,
      proved: expect.arrayContaining([expect.stringContaining('1 家见证方会签')]),
    })
    const stranger = await testWitness('gongzheng.example', keys.vkeys)
    const other = formatPolicy(officePolicy({ recordLog: { ...config.recordLog, witnesses: stranger.line } }, keys))
    expect((await byPolicy(other)).problems).toEqual([expect.stringContaining('见证规则要求')])
    expect(await judged(third)).toMatchObject({ ok: true })
    Object.assign(config.recordLog, { witnesses: '', quorum: 0 })
    await Promise.all([witness.close(), stranger.close()])
  }, 60_000)
})

/** A supplement of one paper, numbered by the log. */
async function supplement(reason: string): Promise<void> {
  const wei = await desk.as('wei')
  const { version } = (await wei.get(`/api/archive/${dossier.id}`)).json<ArchiveDetail>().dossier
  const upload = await finishedUpload(desk, { by: '卫十', caseId: road.id, file: madePdf(`${reason}.pdf`) })
  const body = { reason, files: [{ upload, title: reason }] }
  const answer = await wei.send('POST', `/api/archive/${dossier.id}/supplements`, body, { 'if-match': `"${version}"` })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)])
  await settle(desk, road.id)
}
