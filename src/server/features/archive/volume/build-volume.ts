import { createHash } from 'node:crypto'
import type { Inventory } from '#domain/archive/inventory.ts'
import { inventoryText } from '#domain/archive/inventory.ts'
import { VOLUME_FILES } from '#domain/archive/item-path.ts'
import {
  type BoundSource,
  planVolume,
  stampedPages,
  type VolumePlan,
  type VolumeRecord,
} from '#domain/archive/volume.ts'
import { OFFICE_PAPER } from '#domain/document/office-paper.ts'
import { storeBytes } from '#server/blobs/store-bytes.ts'
import type { Context } from '#server/context.ts'
import { TypesettingError } from '#server/features/documents/index.ts'
import { newId } from '#server/ids.ts'
import type { AboutVolume, BoundVolume } from './bind-protocol.ts'
import { type Binder, BindingError, openBinder } from './binder.ts'
import { bytesOf, LARGEST, type PdfPages, pdfPages } from './pdf-pages.ts'

type Making = Pick<Context, 'db' | 'blobs' | 'typesetter'>

/** All originals of one volume together; beyond that it would not fit into memory. */
const MOST_BYTES = 600 * 1024 * 1024

/**
 * Makes the bound volume of what was sealed; the same inventory gives the same bytes on the same fonts. What cannot be bound is named
 * on a sheet in its place; where there can be no volume at all the record says why, and the package goes without.
 */
export async function buildVolume(ctx: Making, inventory: Inventory): Promise<VolumeRecord> {
  const about = {
    v: 1,
    archiveNumber: inventory.archiveNumber,
    part: inventory.part,
    inventory: createHash('sha256').update(inventoryText(inventory)).digest('hex'),
  } as const
  const refusal = refuseVolume(inventory)
  if (refusal !== undefined) return { ...about, missing: refusal }
  const binder = openBinder()
  try {
    const plan = planVolume(inventory, await findUnbindable(ctx, binder, inventory))
    const volume = await bind(ctx, binder, inventory, plan)
    const { pdf, because, ...pages } = volume
    const file = { path: VOLUME_FILES.volume, size: pdf.length, ...(await storeBytes(ctx.blobs, newId(), pdf)) }
    const declares = because.length === 0 ? 'PDF/A-2b' : null
    return { ...about, file, ...pages, declares, because, sources: [...plan.front, ...plan.body, ...plan.back] }
  } catch (error) {
    if (error instanceof BindingError || error instanceof TypesettingError) return { ...about, missing: error.message }
    throw error
  } finally {
    await binder.close()
  }
}

function refuseVolume({ items }: Inventory): string | undefined {
  const paged = items.flatMap(({ file, from }) => (file && from !== undefined ? [file] : []))
  if (paged.length === 0) return '卷内没有可以编页的材料'
  const bytes = paged.reduce((sum, { size }) => sum + (size > LARGEST ? 0 : size), 0)
  return bytes > MOST_BYTES ? `可以编页的材料合计超过 ${MOST_BYTES / 1024 / 1024} MB，请按目录逐件打印` : undefined
}

/** By SHA-256, why. */
async function findUnbindable(ctx: Making, binder: Binder, { items }: Inventory): Promise<ReadonlyMap<string, string>> {
  const files = items.flatMap(({ kind, file, from }) =>
    kind !== 'document' && file && from !== undefined ? [file] : [],
  )
  const pdfs = await pdfPages(
    ctx.db,
    ctx.blobs,
    files.filter(({ mediaType }) => mediaType === 'application/pdf'),
  )
  const found = new Map([...pdfs].flatMap(([sha256, pages]) => problemsOf(sha256, pages)))
  for (const file of files.filter(({ mediaType }) => mediaType === 'image/jpeg' || mediaType === 'image/png')) {
    const problem = await lookAtPicture(ctx, binder, file)
    if (problem !== undefined) found.set(file.sha256, problem)
  }
  return found
}

const problemsOf = (sha256: string, found: PdfPages): [string, string][] =>
  'problem' in found ? [[sha256, found.problem]] : []

async function lookAtPicture(
  { blobs }: Making,
  binder: Binder,
  { sha256, size }: { readonly sha256: string; readonly size: number },
): Promise<string | undefined> {
  if (size > LARGEST) return `文件超过 ${LARGEST / 1024 / 1024} MB`
  try {
    await binder.ask({ kind: 'count', bytes: await bytesOf(blobs, sha256) }, 'counted')
    return undefined
  } catch (error) {
    if (error instanceof BindingError) return error.message
    throw error
  }
}

async function bind(ctx: Making, binder: Binder, inventory: Inventory, plan: VolumePlan): Promise<BoundVolume> {
  await binder.ask(
    { kind: 'begin', stamps: await typesetStamps(ctx, inventory, plan), about: aboutOf(inventory) },
    'done',
  )
  const add = async (kind: 'front' | 'pages' | 'image' | 'back', { sha256, title, from = 1, to = 1 }: BoundSource) => {
    const order = { kind, title, count: to - from + 1, bytes: await bytesOf(ctx.blobs, sha256) }
    await binder.ask(order, 'done')
  }
  for (const source of plan.front) await add('front', source)
  for (const source of plan.body) {
    const { as, from = 1, to = 1 } = source
    if (as === 'pages' || as === 'image') await add(as, source)
    else await binder.ask({ kind: 'sheet', count: to - from + 1 }, 'done')
  }
  for (const source of plan.back) await add('back', source)
  return (await binder.ask({ kind: 'finish' }, 'bound')).volume
}

const titleOf = ({ archiveNumber, case: { name } }: Inventory): string => `${archiveNumber} ${name}（装订本）`

function aboutOf(inventory: Inventory): AboutVolume {
  const { agency, archiveNumber, sealedOn } = inventory
  return { title: titleOf(inventory), author: agency.name, keywords: archiveNumber, at: `${sealedOn}T00:00:00+08:00` }
}

/** The numbers as a paper of their own, so that they have the house's fonts. */
async function typesetStamps({ typesetter }: Making, inventory: Inventory, plan: VolumePlan): Promise<Uint8Array> {
  const { agency, sealedOn } = inventory
  const printable = (text: string) =>
    typesetter.missingCharacters(text).reduce((left, missing) => left.replaceAll(missing, '□'), text)
  const volume = stampedPages(plan).map(({ no, sheet }) => ({
    no,
    ...(sheet && { sheet: { ...sheet, title: printable(sheet.title), lines: sheet.lines.map(printable) } }),
  }))
  const { pdf, pageCount } = await typesetter.typeset({
    document: { code: 'volume-pages', title: '装订本页号', issuedOn: sealedOn },
    agency: { ...EMPTY_AGENCY, name: agency.name, uscc: agency.uscc },
    case: { name: printable(inventory.case.name) },
    ...OFFICE_PAPER,
    volume,
  })
  if (pageCount !== volume.length) throw new BindingError(`页号排成了 ${pageCount} 页，应是 ${volume.length} 页`)
  return new Uint8Array(pdf)
}

const EMPTY_AGENCY = { word: '', address: '', phone: '', reviewBody: '', court: '' } as const
