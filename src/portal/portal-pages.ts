import { partyLexeme, quoted } from '#domain/disclosure/search-lexemes.ts'
import { currentProcedure } from '#domain/procedure/procedures.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { chartOf } from './chart/chart-of.ts'
import { dateOfOffice } from './format-day.ts'
import type { Page } from './frame.ts'
import { isDecisionId, readToken } from './page-token.ts'
import { agenciesPage } from './pages/agencies-page.ts'
import { decisionPage } from './pages/decision-page.ts'
import { decisionsPage, PAGE_SIZE } from './pages/decisions-page.ts'
import { homePage } from './pages/home-page.ts'
import { monitorsPage } from './pages/monitors-page.ts'
import { officersPage } from './pages/officers-page.ts'
import { partyPage } from './pages/party-page.ts'
import { procedurePage, proceduresPage } from './pages/procedures-page.ts'
import { searchPage } from './pages/search-page.ts'
import { sentencePage } from './pages/sentence-page.ts'
import type { PortalContext } from './portal-context.ts'
import { findDecision, listAgencies, listNewest } from './published-queries.ts'
import { findReceipt } from './published-receipts.ts'
import { findMonitors, findOfficers, listOfParty } from './register-queries.ts'
import { readName, readSearch } from './search/read-search.ts'
import { findPage } from './search/search.ts'
import { readSearchToken } from './search/search-token.ts'

export type Answer = Page | { readonly status: 400 | 404 | 413; readonly page: Page }
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
    return decision ? decisionPage(decision, await findReceipt(db, id)) : noSuchDecision
  },
  '/search': async ({ db }, { query }) => {
    const token = query.after === undefined ? undefined : readSearchToken(query.after)
    if (query.after !== undefined && !token) return badToken
    const search = readSearch(query)
    return searchPage(search, search.lexemes.length > 0 ? await findPage(db, search, token) : undefined)
  },
  '/parties/:code': showParty,
  '/agencies': async (ctx) => agenciesPage(await listAgencies(ctx.db), todayOf(ctx)),
  '/officers': async (ctx, { query }) => {
    const text = readName(query.q ?? '')
    return officersPage(text, text === '' ? [] : await findOfficers(ctx.db, text), todayOf(ctx))
  },
  '/monitors': async (ctx, { query }) => {
    const text = readName(query.q ?? '')
    return monitorsPage(text, await findMonitors(ctx.db, text), todayOf(ctx))
  },
  '/procedures': async (ctx) => proceduresPage(inForce(ctx)),
  '/procedures/:code': async (ctx, { params }) => {
    const all = inForce(ctx)
    const procedure = all.find((item) => item.code === params.code)
    const titleOf = (code: string) => all.find((item) => item.code === code)?.title ?? code
    return procedure ? procedurePage(procedure, await chartOf(procedure, titleOf), titleOf) : notFound
  },
}

const todayOf = ({ clock }: PortalContext) => dateOfOffice(clock.now())

/** A shape only: a code with a wrong check digit was published like that, or finds nothing. */
const CREDIT_CODE = /^[0-9A-Z]{18}$/

/** Everything about an organisation; a natural person is never shown as a whole, since that would be a profile. */
async function showParty({ db }: PortalContext, { params, query }: Ask): Promise<Answer> {
  const code = (params.code ?? '').toUpperCase()
  if (!CREDIT_CODE.test(code)) return noSuchParty
  const before = query.after === undefined ? undefined : Number(query.after)
  if (before !== undefined && !(Number.isSafeInteger(before) && before > 0)) return badToken
  const found = await listOfParty(db, { lexeme: quoted(partyLexeme(code)), before, limit: PAGE_SIZE + 1 })
  const lines = found.slice(0, PAGE_SIZE)
  const name = lines.flatMap(({ parties }) => parties ?? []).find((party) => party.code === code)?.name
  if (name === undefined) return noSuchParty
  const next = found.length > PAGE_SIZE ? lines.at(-1)?.seq : undefined
  return partyPage({ name, code, lines, next, isFirst: before === undefined })
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
const noSuchParty = {
  status: 404,
  page: sentencePage('没有这个单位的公示', [
    '没有公示过以这个统一社会信用代码为当事人的决定。自然人没有汇总页：个人信息依法不汇总公开。',
  ]),
} as const
const noSuchDecision = {
  status: 404,
  page: sentencePage('没有这份决定', ['没有公示过这个网址上的决定。请核对网址，或者用文号、单位名称查找。']),
} as const
const badToken = {
  status: 400,
  page: sentencePage('翻页的网址不对', ['网址里的翻页标记不完整。请回到列表的第一页，再往后翻。']),
} as const
