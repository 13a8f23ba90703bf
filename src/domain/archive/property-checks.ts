import { findDocumentKind } from '../document/registry.ts'
import { recipeIn } from '../signing/signing-recipe.ts'
import type { Property } from './property-result.ts'
import type { FoundFile, PropertyView } from './property-view.ts'

/** What was looked at and what was wrong with it; `notRun` says why nothing could be looked at. */
type Looked = { readonly looked: string; readonly problems: readonly string[] } | { readonly notRun: string }

export type PropertyCheck = {
  readonly id: string
  readonly property: Property
  readonly title: string
  run(view: PropertyView): Looked
}

type Entry = { readonly title: string; readonly found: FoundFile | undefined; readonly mediaType: string }

const entriesOf = ({ inventory, files }: PropertyView): Entry[] =>
  inventory.items.flatMap(({ title, file }) =>
    file ? [{ title, mediaType: file.mediaType, found: files.get(file.sha256) }] : [],
  )

const filled = (pairs: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(pairs).flatMap(([name, value]) => (value === undefined || value === '' ? [`没有${name}`] : []))

const check = (id: string, property: Property, title: string, run: PropertyCheck['run']): PropertyCheck => ({
  id,
  property,
  title,
  run,
})

/** DA/T 70-2018 names what to test at archiving; one id per check, in its order of properties. */
export const PROPERTY_CHECKS: readonly PropertyCheck[] = [
  check('authenticity.source', 'authenticity', '来源可靠：形成机关、承办人员可知', ({ inventory }) => {
    const { agency, handlers, keeper } = inventory
    const problems = filled({ 形成机关: agency.name, 统一社会信用代码: agency.uscc, 立卷人: keeper.name })
    return {
      looked: `机关“${agency.name}”，承办人员 ${handlers.length} 人`,
      problems: [...problems, ...nobody(handlers)],
    }
  }),
  check('authenticity.digest', 'authenticity', '内容没有改动：每个文件的摘要与形成时一致', (view) => {
    const entries = entriesOf(view)
    const altered = entries.filter(({ found }) => found?.soundness === 'altered')
    return {
      looked: `${entries.length} 个文件的 SHA-256`,
      problems: altered.map(({ title }) => `《${title}》被改动过`),
    }
  }),
  check(
    'authenticity.receipt',
    'authenticity',
    '固化信息有效：每条记录、每份文书都有存证',
    ({ inventory, unproved }) => ({
      looked: `${inventory.events} 条记录和文书的存证`,
      problems: unproved.map((name) => `${name}没有有效的存证`),
    }),
  ),
  check('authenticity.record', 'authenticity', '元数据与内容一致：过程记录前后连续、推算得出现状', (view) => ({
    looked: `第 1 至 ${view.inventory.events} 条记录`,
    problems: view.state ? view.contradictions : ['过程记录不连续或者读不出来'],
  })),
  check('integrity.metadata', 'integrity', '元数据齐全：必填项都有', ({ inventory }) => {
    const { case: facts, parties, archiveNumber, retention } = inventory
    const problems = filled({
      案件名称: facts.name,
      处理结果: facts.result,
      立案日期: facts.openedOn,
      归档号: archiveNumber,
      保管期限: retention.value,
      当事人: parties[0],
    })
    return { looked: '案件名称、处理结果、日期、归档号、保管期限、当事人', problems }
  }),
  check('integrity.items', 'integrity', '卷内目录完整：序号、页号连续，件件有目', ({ inventory }) => ({
    looked: `目录 ${inventory.items.length} 件`,
    problems: brokenNumbers(inventory.items),
  })),
  check('integrity.documents', 'integrity', '文书齐全：签发的每份文书都在卷内', (view) => {
    const issued = view.state?.documents.filter(({ code }) => !code.startsWith('dossier-')) ?? []
    const listed = new Set(view.inventory.items.map(({ id }) => id))
    const missing = view.inventory.part > 1 ? [] : issued.filter(({ id }) => !listed.has(id))
    const titleOf = (code: string, on: (typeof issued)[number]['issuedOn']) => findDocumentKind(code, on)?.title ?? code
    return {
      looked: `签发的文书 ${issued.length} 份`,
      problems: missing.map(({ code, issuedOn }) => `缺《${titleOf(code, issuedOn)}》`),
    }
  }),
  check('integrity.attachments', 'integrity', '审批附件齐全：随审批提交的文件都在卷内', (view) => {
    const given = new Map(view.state?.attachments?.map(({ id, fileName }) => [id, fileName]))
    const listed = new Set(view.inventory.items.map(({ id }) => id))
    const missing = view.inventory.part > 1 ? [] : [...given].filter(([id]) => !listed.has(id))
    return { looked: `审批附件 ${given.size} 件`, problems: missing.map(([, fileName]) => `缺“${fileName}”`) }
  }),
  check('integrity.signatures', 'integrity', '签名件齐全：在屏幕上签过名的文书都有签名件', ({ inventory, state }) => {
    const { items, part } = inventory
    const signed = items.filter(({ kind, id }) => kind === 'document' && state && recipeIn(state, id))
    const copied = new Set(items.map(({ copy }) => copy?.document))
    const missing = part > 1 ? [] : signed.filter(({ id }) => !copied.has(id))
    return {
      looked: `签过名的文书 ${signed.length} 份`,
      problems: missing.map(({ title }) => `缺《${title}》的签名件`),
    }
  }),
  check('integrity.files', 'integrity', '电子文件齐全：目录所列文件都在', (view) => {
    const missing = entriesOf(view).filter(({ found }) => found === undefined || found.soundness === 'missing')
    const unsealed = view.inventory.items.filter(({ kind, file }) => kind === 'document' && !file)
    return {
      looked: `${entriesOf(view).length} 个文件`,
      problems: [...missing, ...unsealed].map(({ title }) => `《${title}》的文件不在`),
    }
  }),
  check('integrity.delivery', 'integrity', '关键环节齐全：决定已送达', ({ state }) => {
    const decisions = state?.documents.filter((doc) => DECIDED.has(doc.code) && doc.voided === undefined) ?? []
    const undelivered = decisions.filter(({ id }) => !state?.deliveries.some(({ document }) => document === id))
    return {
      looked: `决定 ${decisions.length} 份`,
      problems: undelivered.map(({ number }) => `${number ?? '决定'}没有送达记录`),
    }
  }),
  check('usability.format', 'usability', '格式适合长期保存：文书为 PDF/A', (view) => {
    const pdfs = view.inventory.items.filter(({ kind, file }) => kind === 'document' && file)
    const others = pdfs.filter(({ file }) => isUnfit(view.files.get(file?.sha256 ?? '')))
    return { looked: `文书 ${pdfs.length} 份`, problems: others.map(({ title }) => `《${title}》不是 PDF/A`) }
  }),
  check('usability.readable', 'usability', '可以打开：文件内容与登记的格式相符', (view) => {
    const entries = entriesOf(view).filter(({ found }) => found?.mediaType !== undefined)
    const odd = entries.filter(({ found, mediaType }) => found?.mediaType !== mediaType)
    return {
      looked: `${entries.length} 个文件的文件头`,
      problems: odd.map(({ title, mediaType, found }) => `《${title}》登记为 ${mediaType}，实为 ${found?.mediaType}`),
    }
  }),
  check('usability.encryption', 'usability', '没有加密：不需要口令就能读', (view) => {
    const entries = entriesOf(view).filter(({ mediaType }) => mediaType === 'application/pdf')
    const locked = entries.filter(({ found }) => found?.isEncrypted === true)
    return { looked: `PDF ${entries.length} 个`, problems: locked.map(({ title }) => `《${title}》加了密`) }
  }),
  check('security.process', 'security', '归档过程可控：立卷和接收不是同一人', ({ inventory }) => {
    const { keeper, archivist } = inventory
    const problems = keeper.id === archivist.id ? [`立卷人和接收人都是${keeper.name}`] : []
    return { looked: `立卷 ${keeper.name}，接收 ${archivist.name}`, problems }
  }),
  check('security.package', 'security', '归档包完好：包内没有多余、链接或者指向包外的文件', ({ bagProblems }) =>
    bagProblems === undefined
      ? { notRun: '封存成包以后用 zhaofa verify 检测' }
      : { looked: 'BagIt 清单和全部文件', problems: bagProblems },
  ),
  check('security.malware', 'security', '没有病毒和恶意代码', () => ({
    notRun: '本系统不带杀毒引擎；请按单位规定另行查杀，结果记入备考表',
  })),
]

const DECIDED: ReadonlySet<string> = new Set([
  'penalty-decision',
  'no-penalty-decision',
  'licence-decision',
  'licence-refusal',
])

const nobody = (handlers: readonly unknown[]): string[] => (handlers.length === 0 ? ['没有承办人员'] : [])

/** What could not be opened is told by another check. */
const isUnfit = (found: FoundFile | undefined): boolean => found?.soundness === 'sound' && found.isPdfA === false

type Numbered = PropertyView['inventory']['items']

function brokenNumbers(items: Numbered): string[] {
  let page = 0
  return items.flatMap(({ no, title, from, to }, index) => {
    const isOutOfRow = no !== index + 1 || (from !== undefined && from !== page + 1)
    page = to ?? page
    return isOutOfRow ? [`第 ${index + 1} 件《${title}》的序号或者页号不连续`] : []
  })
}
