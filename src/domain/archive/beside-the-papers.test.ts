import { describe, expect, test } from 'vitest'
import { DRAWN_NAME } from '../../../tests/support/drawn-name.ts'
import { fillAtEnd } from '../../../tests/support/filled-documents.ts'
import { done, LawOffice, PEOPLE, type Who } from '../../../tests/support/law-office.ts'
import * as merging from '../../../tests/support/merging-steps.ts'
import * as steps from '../../../tests/support/penalty-steps.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { Decision } from '../case/command.ts'
import { decideRefusal, decideSignature } from '../case/decide-signature.ts'
import { evolve } from '../case/evolve.ts'
import { recipeIn } from '../signing/signing-recipe.ts'
import { catalogueRows, listItems } from './catalogue.ts'
import type { DocumentFile, DossierSources } from './dossier-item.ts'
import { dossierItems } from './dossier-items.ts'
import { draftInventory } from './draft-inventory.ts'
import { type DraftedInventory, inventoryText } from './inventory.ts'
import { missingOf } from './missing-of.ts'
import { packageMetadata } from './package-metadata.ts'
import { recordContradictions } from './record-contradictions.ts'
import { planVolume } from './volume.ts'
import { whoSigned } from './who-signed.ts'

const digestOf = (text: string) => Buffer.from(text.padEnd(32, '.')).toString('hex').slice(0, 64)
const fileOf = (id: string): DocumentFile => {
  const [sha256, sm3] = [digestOf(id), digestOf(`${id}:sm3`)]
  return { sha256, sm3, size: 9000, pages: 2, mediaType: 'application/pdf' }
}
const attachment = (id: string, fileName: string, mediaType = 'application/pdf') => {
  const { pages: _, ...file } = fileOf(id)
  return { ...file, id, fileName, mediaType }
}
const ASKED = attachment('asked', '立案请示.pdf')
const TABLE = attachment('table', '抽检汇总.xlsx', 'application/zip')
const SAID = attachment('said', '审批意见.pdf')

/** A case whose filing came with files, was returned with one and put again, and whose inquiry was signed and refused on a screen. */
function office(): LawOffice {
  const so = new LawOffice()
  steps.openPenalty(so)
  const filing = {
    type: 'take',
    run: 'main',
    action: 'file',
    facts: steps.filing(so),
    evidence: [],
    scenes: {},
  } as const
  const asked = () => done(so.do('lin', { ...filing, attachments: [ASKED, TABLE] }))
  const proposal = () => so.case.runs[0]?.proposals[0]?.id ?? ''
  asked()
  done(so.do('zheng', { type: 'return', run: 'main', proposal: proposal(), reason: '补充依据' }))
  asked()
  done(so.do('zheng', { type: 'agree', run: 'main', proposal: proposal(), opinion: '同意', attachments: [SAID] }))
  so.agreeAll('wu')
  steps.investigate(so)
  const { id } = so.case.documents.find(({ code }) => code === 'inquiry-record') ?? { id: '' }
  const paper = { id, sha256: digestOf(id) }
  const about = { env: so.env, paper, actor: PEOPLE.lin }
  const shown = { sha256: paper.sha256, as: 'party', name: '赵某', strokes: DRAWN_NAME } as const
  append(so, 'lin', decideSignature({ ...about, state: so.case, input: { ...shown, how: 'drawn', capacity: '本人' } }))
  const witness = { name: '居委会李某', strokes: DRAWN_NAME }
  const refusal = { sha256: paper.sha256, as: 'party', name: '孙某', reason: '不愿签名', witness } as const
  append(so, 'lin', decideRefusal({ ...about, state: so.case, input: refusal }))
  return so
}

function append(so: LawOffice, who: Who, decision: Decision): void {
  done(decision)
  if (!decision.ok) return
  for (const body of decision.events) {
    const event = { ...body, seq: so.case.seq + 1, at: so.env.now, on: so.today, by: PEOPLE[who].id }
    so.events.push(event)
    so.state = evolve(so.state, event)
  }
}

const whole = office()
const inquiry = whole.case.documents.find(({ code }) => code === 'inquiry-record')?.id ?? ''
const copy = (more: Partial<DossierSources['signedCopies'][number]> = {}) => ({
  id: 'copy',
  document: inquiry,
  parent: digestOf(inquiry),
  recipe: recipeIn(whole.case, inquiry) ?? { kind: 'signed' as const, signatures: [], refusals: [] },
  file: { ...fileOf('copy'), pages: 3 },
  ...more,
})
const sourcesOf = ({ case: state, events }: LawOffice, more: Partial<DossierSources> = {}): DossierSources => ({
  state,
  events,
  documentFiles: new Map(state.documents.map(({ id }) => [id, fileOf(id)])),
  recordings: [],
  signedCopies: [copy()],
  pdfPages: new Map([[ASKED.sha256, 4]]),
  ...more,
})
const listed = (more: Partial<DossierSources> = {}) => listItems(dossierItems(sourcesOf(whole, more)), 'time')

function drafted(so: LawOffice, items = listItems(dossierItems(sourcesOf(so)), 'time')): DraftedInventory {
  return draftInventory({
    state: so.case,
    cover: fillAtEnd(so, 'dossier-cover'),
    procedure: '行政处罚（普通程序）',
    items,
    dossier: {
      ...{
        id: 'dossier',
        arrangement: 'time',
        retention: '30年',
        retentionReason: null,
        itemRetentions: [],
        notes: '',
      },
      handedOverOn: plainDate('2026-06-20'),
    },
    part: 1,
    archiveNumber: '南青市监档〔2026〕1号',
    keeper: { id: 'lin', name: '林一' },
    archivist: { id: 'wei', name: '卫十' },
    sealedOn: plainDate('2026-06-21'),
  })
}
const inventory = drafted(whole)
const told = (items: DraftedInventory['items']) => recordContradictions({ ...inventory, items }, whole.case)
const altered = (kind: string, change: (item: DraftedInventory['items'][number]) => object) =>
  told(inventory.items.map((item) => (item.kind === kind ? { ...item, ...change(item) } : item)))

describe('files that went with an approval', () => {
  test('stand in the catalogue once each, by what they came with, with pages or a sheet of their own', () => {
    const rows = catalogueRows(listed().filter(({ kind }) => kind === 'attachment'))
    expect(rows.map(({ title, pages }) => [title, pages])).toEqual([
      ['报批附件：立案请示.pdf', '1-4'],
      ['报批附件：抽检汇总.xlsx', '5'],
      ['审批意见附件：审批意见.pdf', '6'],
    ])
    expect(inventory.items.slice(0, 3).map(({ file }) => file?.path)).toEqual([
      'data/attachments/001.pdf',
      'data/attachments/002.zip',
      'data/attachments/003.pdf',
    ])
  })

  test('are bound as their kind allows, and named on a sheet where they cannot be printed', () => {
    const { body } = planVolume({ ...inventory, papers: [], test: [] }, new Map())
    expect(body.slice(0, 3).map(({ as, from, to }) => [as, from, to])).toEqual([
      ['pages', 1, 4],
      ['sheet', 5, 5],
      ['pages', 6, 6],
    ])
    expect(body[1]?.why).toBe('这种格式不能印成页')
  })

  test('are those of the record: another file under the same name is told', () => {
    expect(told(inventory.items)).toEqual([])
    const other = altered('attachment', ({ file }) => ({ file: { ...file, sha256: digestOf('other') } }))
    expect(other).toContain('“报批附件：立案请示.pdf”与过程记录里随审批提交的不一致')
    expect(other).toHaveLength(3)
  })
})

describe('the signed copy of a paper', () => {
  test('lies behind its paper, with the digest of that paper and the signatures from which it was drawn', () => {
    const at = inventory.items.findIndex(({ kind }) => kind === 'signed-copy')
    expect(inventory.items[at - 1]).toMatchObject({ id: inquiry, file: { sha256: digestOf(inquiry) } })
    expect(inventory.items[at]).toMatchObject({ title: '询问笔录（签名件）', copy: { parent: digestOf(inquiry) } })
    const [signature] = whole.case.signatures ?? []
    const metadata = packageMetadata({ ...inventory, papers: [], test: [] })
    expect(metadata).toContain(`<派生自 SHA256="${digestOf(inquiry)}">${inquiry}</派生自>`)
    expect(metadata).toContain(`<签名 笔迹SHA256="${signature?.strokes}">${signature?.id}</签名>`)
    expect(JSON.parse(inventoryText({ ...inventory, papers: [], test: [] })).items[at].copy).toEqual({
      ...{ document: inquiry, parent: digestOf(inquiry), recipe: recipeIn(whole.case, inquiry) },
    })
  })

  test('is awaited: a dossier is not handed over with a copy that lacks the newest signature', () => {
    const { procedures } = whole.env
    const missing = (more: Partial<DossierSources> = {}) => missingOf(procedures, whole.case, listed(more)).join()
    expect(missing()).not.toContain('签名件')
    const older = copy({ recipe: { ...copy().recipe, refusals: [] } })
    expect(missing({ signedCopies: [older] })).toContain('《询问笔录》的签名件还没有生成')
    expect(missing({ signedCopies: [older, copy()] })).not.toContain('签名件')
  })

  test('is told when it is of another paper, bears other signatures, or was signed for another file', () => {
    const foreign = altered('signed-copy', () => ({ copy: copy({ parent: digestOf('other') }) }))
    expect(foreign).toEqual(['《询问笔录（签名件）》的原件不是卷内的那一份'])
    const fewer = altered('signed-copy', () => ({ copy: copy({ recipe: { ...copy().recipe, signatures: [] } }) }))
    expect(fewer).toEqual(['《询问笔录（签名件）》上的签名与过程记录里的不一致'])
    const replaced = altered('document', ({ file }) => ({ file: { ...file, sha256: digestOf('other') } }))
    expect(replaced).toContain('赵某在《询问笔录》上的签名是对另一个文件作的')
  })

  test('is said by name: who signed which paper and how, and who refused', () => {
    const [sentence, ...more] = whoSigned(inventory, whole.case)
    expect(more).toEqual([])
    expect(sentence).toContain('赵某（当事人一方，本人） 2026-06-01 签名（屏幕手写）')
    expect(sentence).toContain('孙某（当事人一方） 2026-06-01 拒绝签名')
    expect(sentence).toContain(digestOf(inquiry))
  })
})

test('the dossier of a case that went over names the main case, and a false name is told', () => {
  const { here } = merging.merged()
  const main = here.case.mergedInto
  const sources = sourcesOf(here, { signedCopies: [] })
  const own = drafted(here, listItems(dossierItems(sources), 'time'))
  expect(fillAtEnd(here, 'dossier-cover').dossier).toMatchObject({ mainCase: main?.title })
  expect(packageMetadata({ ...own, papers: [], test: [] })).toContain(
    `<并入案件 编号="case-main">${main?.title}</并入案件>`,
  )
  expect(recordContradictions(own, here.case)).toEqual([])
  const forged = { ...own, case: { ...own.case, mergedInto: { id: 'case-other', title: '别的案件' } } }
  expect(recordContradictions(forged, here.case)).toEqual(['并入的案件与过程记录不一致'])
})
