import type { z } from 'zod'
import type { PrintablePaper, PrintsAnswer, PrintsQuery } from '#contract/prints.ts'
import { worksForWholeAgency } from '#domain/access/reading-ground.ts'
import { parsePlainDate } from '#domain/calendar/plain-date.ts'
import { tokensFor } from '#domain/case/projection.ts'
import { DOCUMENT_KINDS, isDocumentCode } from '#domain/document/registry.ts'
import { isSealed } from '#domain/print/copies.ts'
import { groundToWork } from '#server/features/access/index.ts'
import { notFound, type Refused, RefusedError, refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import {
  findPapers,
  listKinds,
  listPapers,
  type PrintPlace,
  type PrintReader,
  type StoredPaper,
} from './prints-queries.ts'

const PAGE = 30
const SEALED = DOCUMENT_KINDS.filter(isSealed).map(({ code }) => code)

/** Issued papers of the cases that the caller may work on; void ones are in no list. */
export async function readPrints(ctx: RequestContext, query: z.output<typeof PrintsQuery>): Promise<PrintsAnswer> {
  const { tab, kind, text, after } = query
  const reader = readerOf(ctx)
  const like = text ? `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null
  const wanted = { tab, codes: codesOf(kind), like, limit: PAGE + 1, place: placeOf(after) }
  const [papers, kinds] = await Promise.all([listPapers(ctx.db, reader, wanted), listKinds(ctx.db, reader, tab)])
  const shown = papers.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map(shownOf),
    // Also the kind that is asked for, so that the choice shows what is chosen.
    kinds: [...new Set([...kinds, ...(kind && kind !== 'sealed' && isDocumentCode(kind) ? [kind] : [])])]
      .map((code) => ({ code, title: titleOf(code) }))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'zh-CN')),
    next: papers.length > PAGE && last ? `${last.issuedOn}_${last.caseId}_${last.id}` : null,
  }
}

function codesOf(kind: string | undefined): readonly string[] | null {
  if (!kind) return null
  return kind === 'sealed' ? SEALED : [kind]
}

/** One paper, with how often it was printed; for those who may work on its case. */
export async function readPrintable(ctx: RequestContext, id: string): Promise<PrintablePaper | Refused> {
  ctx.audit({ subject: `document:${id}` })
  const paper = (await findPapers(ctx.db, ctx.actor, [id])).get(id)
  if (!paper) return notFound('文书')
  return (await groundToWork(ctx, paper.caseId)) ?? shownOf(paper)
}

function shownOf({ sha256: _sha256, isVoid: _isVoid, rounds: _rounds, ...paper }: StoredPaper): PrintablePaper {
  return paper
}

function readerOf({ actor }: RequestContext): PrintReader {
  const posts = actor.posts.map(({ role, unitId }) => ({ role, unit: unitId }))
  return {
    agencyId: actor.agencyId,
    personId: actor.personId,
    units: posts.map(({ unit }) => unit),
    isForWholeAgency: worksForWholeAgency({ posts }),
    tokens: tokensFor({ id: actor.personId, posts }),
  }
}

const titleOf = (code: string): string => DOCUMENT_KINDS.findLast((kind) => kind.code === code)?.title ?? code

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const PLACE = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})_(${UUID})_(${UUID})$`)

function placeOf(after: string | undefined): PrintPlace | undefined {
  if (after === undefined) return undefined
  const [, day = '', caseId = '', id = ''] = PLACE.exec(after) ?? []
  const on = parsePlainDate(day)
  if (on) return { on, caseId, id }
  throw new RefusedError(refused('invalid-input', '翻页位置不对，请从第一页看起'))
}
