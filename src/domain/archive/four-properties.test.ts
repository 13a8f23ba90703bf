import { describe, expect, test } from 'vitest'
import { fillAtEnd } from '../../../tests/support/filled-documents.ts'
import { LawOffice } from '../../../tests/support/law-office.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { type Arrangement, catalogueRows, listItems, pageCount } from './catalogue.ts'
import type { DocumentFile, DossierSources } from './dossier-item.ts'
import { dossierItems } from './dossier-items.ts'
import { draftInventory } from './draft-inventory.ts'
import { failedChecks, testFourProperties } from './four-properties.ts'
import { PROPERTY_CHECKS } from './property-checks.ts'
import type { FoundFile, PropertyView } from './property-view.ts'

const office = new LawOffice()
steps.fileCase(office)
steps.investigate(office)
steps.notify(office)
steps.waive(office)
steps.reconsider(office)
steps.draft(office)
steps.review(office)
steps.decidePenalty(office)
steps.deliverAll(office)

const digestOf = (text: string) => Buffer.from(text.padEnd(32, '.')).toString('hex').slice(0, 64)
const fileOf = (id: string): DocumentFile => {
  const [sha256, sm3] = [digestOf(id), digestOf(`${id}:sm3`)]
  return { sha256, sm3, size: 9000, pages: 2, mediaType: 'application/pdf' }
}
const recording = {
  id: 'rec',
  title: '音像记录：录音（询问.wav）',
  onDate: plainDate('2026-06-02'),
  fileName: '询问.wav',
  seconds: 3725.4,
  file: { sha256: digestOf('rec'), sm3: digestOf('rec:sm3'), size: 16_000, mediaType: 'audio/wav' },
}
const sources: DossierSources = {
  state: office.case,
  events: office.events,
  documentFiles: new Map(office.case.documents.map(({ id }) => [id, fileOf(id)])),
  recordings: [recording],
  signedCopies: [],
  pdfPages: new Map(),
}

const listed = (arrangement: Arrangement = 'time') => listItems(dossierItems(sources), arrangement)

describe('the catalogue', () => {
  test('lists papers, evidence and recordings in order of time, each with its pages', () => {
    const rows = catalogueRows(listed())
    expect(rows.map(({ no }) => no)).toEqual(rows.map((_, index) => index + 1))
    expect(rows[0]).toMatchObject({ title: '立案审批表', pages: '1-2', onDate: '2026-06-01' })
    expect(rows[1]?.pages).toBe('3-4')
    expect(rows.at(-1)).toEqual({
      no: rows.length,
      title: recording.title,
      onDate: '2026-06-02',
      remark: '电子件，时长 1:02:05',
      digest: recording.file.sha256,
    })
    expect(rows.find(({ title }) => title.includes('进货台账'))).toMatchObject({ remark: '实物或纸质' })
  })

  test('has the decision and its delivery in front where the conclusion comes first, with pages counted anew', () => {
    const rows = catalogueRows(listed('conclusion-first'))
    expect(rows.slice(0, 2).map(({ title }) => title)).toEqual(['行政处罚决定书', '送达回证'])
    expect(rows[0]?.pages).toBe('1-2')
    expect(rows[2]?.title).toBe('立案审批表')
    expect(pageCount(listed('conclusion-first'))).toBe(pageCount(listed('time')))
  })

  test('keeps a voided document with its pages and says so', () => {
    const [first] = office.case.documents
    const documents = office.case.documents.map((doc) => (doc === first ? { ...doc, voided: '写错了' } : doc))
    const items = dossierItems({ ...sources, state: { ...office.case, documents } })
    expect(catalogueRows(listItems(items, 'time'))[0]).toMatchObject({ pages: '1-2', remark: '作废' })
  })
})

const cover = fillAtEnd(office, 'dossier-cover')
const inventory = draftInventory({
  state: office.case,
  cover,
  procedure: '行政处罚（普通程序）',
  items: listed(),
  dossier: {
    id: 'dossier',
    arrangement: 'time',
    retention: '30年',
    retentionReason: null,
    itemRetentions: [],
    notes: '',
    handedOverOn: plainDate('2026-06-20'),
  },
  part: 1,
  archiveNumber: '南青市监档〔2026〕1号',
  keeper: { id: 'lin', name: '林一' },
  archivist: { id: 'wei', name: '卫十' },
  sealedOn: plainDate('2026-06-21'),
})
const sound = (mediaType: string): FoundFile => ({ soundness: 'sound', mediaType, isEncrypted: false, isPdfA: true })
const whole: PropertyView = {
  place: 'package',
  inventory,
  state: office.case,
  files: new Map(inventory.items.flatMap(({ file }) => (file ? [[file.sha256, sound(file.mediaType)]] : []))),
  unproved: [],
  contradictions: [],
  bagProblems: [],
}
const [firstFile = ''] = whole.files.keys()
const withFile = (found: FoundFile): PropertyView => ({
  ...whole,
  files: new Map([...whole.files, [firstFile, found]]),
})
const withInventory = (more: Partial<PropertyView['inventory']>): PropertyView => ({
  ...whole,
  inventory: { ...inventory, ...more },
})

const ATTACHMENT = {
  ...recording.file,
  id: 'att',
  fileName: '请示.pdf',
  proposal: 'id-1',
  seq: 2,
}
const SIGNATURE = {
  id: 'sig',
  document: office.case.documents.find(({ code }) => code === 'inquiry-record')?.id ?? '',
  sha256: digestOf('shown'),
  as: 'party',
  name: '赵某',
  how: 'typed',
  at: '2026-06-01T04:00:00.000Z',
  on: plainDate('2026-06-01'),
  by: 'lin',
} as const

/** For each check a dossier in which that one thing is wrong. */
const BROKEN: Readonly<Record<string, PropertyView>> = {
  'authenticity.source': withInventory({ handlers: [] }),
  'authenticity.digest': withFile({ soundness: 'altered' }),
  'authenticity.receipt': { ...whole, unproved: ['第 3 条记录'] },
  'authenticity.record': { ...whole, contradictions: ['案件现状与过程记录推算的不一致'] },
  'integrity.metadata': withInventory({ archiveNumber: '' }),
  'integrity.items': withInventory({
    items: inventory.items.map((item) => (item.no === 2 ? { ...item, from: 9 } : item)),
  }),
  'integrity.documents': withInventory({ items: inventory.items.filter(({ no }) => no < 9).toSpliced(8) }),
  'integrity.attachments': { ...whole, state: { ...office.case, attachments: [ATTACHMENT] } },
  'integrity.signatures': { ...whole, state: { ...office.case, signatures: [SIGNATURE] } },
  'integrity.files': withFile({ soundness: 'missing' }),
  'integrity.delivery': { ...whole, state: { ...office.case, deliveries: [] } },
  'usability.format': withFile({ ...sound('application/pdf'), isPdfA: false }),
  'usability.readable': withFile(sound('image/png')),
  'usability.encryption': withFile({ ...sound('application/pdf'), isEncrypted: true }),
  'security.process': withInventory({ archivist: { id: 'lin', name: '林一' } }),
  'security.package': { ...whole, bagProblems: ['data/x.exe：不属于这个归档包。'] },
}
/** The house has no means to look for it. */
const NEVER_RUN = 'security.malware'

describe('the four-property test', () => {
  test('finds nothing in a whole dossier, and says what it did not look for', () => {
    const results = testFourProperties(whole)
    expect(failedChecks(results)).toEqual([])
    expect(results.filter(({ result }) => result === 'not-run').map(({ id }) => id)).toEqual([NEVER_RUN])
    for (const { result, looked } of results) if (result === 'passed') expect(looked).not.toBe('')
  })

  test('every check has a dossier that it refuses', () => {
    expect([...Object.keys(BROKEN), NEVER_RUN].toSorted()).toEqual(PROPERTY_CHECKS.map(({ id }) => id).toSorted())
  })

  test.each(Object.entries(BROKEN))('%s alone refuses what is wrong with it', (id, view) => {
    const failed = failedChecks(testFourProperties(view))
    expect(failed.map((each) => each.id)).toEqual([id])
    expect(failed[0]?.finding).not.toBe('符合')
  })

  test('a history that does not fold fails the record', () => {
    const failed = failedChecks(testFourProperties({ ...whole, state: undefined }))
    expect(failed.map(({ id }) => id)).toEqual(['authenticity.record'])
  })
})
