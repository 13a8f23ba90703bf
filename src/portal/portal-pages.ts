import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { dateOfOffice } from './format-day.ts'
import type { Page } from './frame.ts'
import { isDecisionId, readToken } from './page-token.ts'
import { agenciesPage } from './pages/agencies-page.ts'
import { decisionPage } from './pages/decision-page.ts'
import { decisionsPage, PAGE_SIZE } from './pages/decisions-page.ts'
import { homePage } from './pages/home-page.ts'
import { procedurePage, proceduresPage } from './pages/procedures-page.ts'
import { sentencePage } from './pages/sentence-page.ts'
import type { PortalContext } from './portal-context.ts'
import { findDecision, listAgencies, listNewest } from './published-queries.ts'
import { search } from './search.ts'

export type Answer = Page | { readonly status: 400 | 404; readonly page: Page }
export type Ask = {
  readonly params: Readonly<Record<string, string>>
  /** One value for each name; of a repeated one, the first. */
  readonly query: Readonly<Record<string, string>>
}
type Show = (ctx: PortalContext, ask: Ask) => Promise<Answer>

const NEWEST = 5

/** Every page of the portal by its address. */
export const PAGES: Readonly<Record<string, Show>> = {
  '/': async ({ db }) => homePage(await listNewest(db, NEWEST)),
  '/decisions': async ({ db }, { query }) => {
    const before = query.after === undefined ? undefined : readToken(query.after)
    if (query.after !== undefined && !before) return badToken
    return decisionsPage(await listNewest(db, PAGE_SIZE + 1, before), before === undefined)
  },
  '/decisions/:id': async ({ db }, { params }) => {
    const { id = '' } = params
    const decision = isDecisionId(id) ? await findDecision(db, id) : undefined
    return decision ? decisionPage(decision) : noSuchDecision
  },
  '/search': async ({ db }, { query }) => {
    const before = query.after === undefined ? undefined : readToken(query.after)
    if (query.after !== undefined && !before) return badToken
    return search(db, query.q ?? '', before)
  },
  '/agencies': async ({ db }) => agenciesPage(await listAgencies(db)),
  '/procedures': async (ctx) => proceduresPage(inForce(ctx)),
  '/procedures/:code': async (ctx, { params }) => {
    const procedure = inForce(ctx).find((item) => item.code === params.code)
    return procedure ? procedurePage(procedure) : notFound
  },
}

/** The version of each procedure that a case opened today would run under. */
function inForce({ clock }: PortalContext) {
  const today = dateOfOffice(clock.now())
  const codes = [...new Set([...PROCEDURES.values()].map((procedure) => procedure.code))]
  const current = codes.map((code) => currentProcedure(PROCEDURES, code, today)).filter((item) => item !== undefined)
  return current.toSorted((a, b) => Number(b.opening !== undefined) - Number(a.opening !== undefined))
}

export const notFound = {
  status: 404,
  page: sentencePage('没有这个网址', ['网址可能抄错了一个字，或者这一页已经搬走。可以在下面查找，或者从首页进入。']),
} as const
const noSuchDecision = {
  status: 404,
  page: sentencePage('没有这份决定', ['没有公示过这个网址上的决定。请核对网址，或者用文号、单位名称查找。']),
} as const
const badToken = {
  status: 400,
  page: sentencePage('翻页的网址不对', ['网址里的翻页标记不完整。请回到列表的第一页，再往后翻。']),
} as const
