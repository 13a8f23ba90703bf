import type { Entrustment } from '#contract/entrustments.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { AgencyBlock, DocumentData } from '#domain/document/merge-data.ts'
import { OFFICE_PAPER } from '#domain/document/office-paper.ts'
import { dateInShanghai } from '#server/clock.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { agencyOf } from './agency-queries.ts'
import { findEntrustment, standingText } from './entrustment-queries.ts'

/** The letter of an entrustment as it stands (行政处罚委托书), for both to sign and for the public. */
export async function printEntrustment(ctx: RequestContext, id: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `entrustment:${id}` })
  const found = await findEntrustment(ctx, ctx.db, id)
  if (!found) return notFound('委托')
  const { pdf } = await ctx.typesetter.typeset(
    letterOf(found, await agencyOf(ctx.db, ctx.actor.agencyId, ctx.clock.today())),
  )
  const headers = { ...contentHeaders('application/pdf', '行政处罚委托书.pdf'), 'cache-control': 'no-store' }
  return { headers, body: Buffer.from(pdf) }
}

type Agency = Omit<AgencyBlock, 'postcode' | 'standing'>

export function letterOf(entrustment: Entrustment, agency: Agency): DocumentData {
  const text = standingText(entrustment)
  const { organisation, uscc, representative, address, phone, items, powers, contractNumber, signedOn } = text
  const { name, word, uscc: code, reviewBody, court } = agency
  const reach = { address: agency.address, phone: agency.phone }
  const rows = [
    ['委托机关', `${name}（${code}），${reach.address}，${reach.phone}`],
    ['受委托组织', `${organisation}（${uscc}），负责人${representative}，${address}，${phone}`],
    ['委托事项', items.join('；')],
    ['权限', powers],
    ['期限', `${inWords(text.fromOn)}至${inWords(text.untilOn)}`],
    ['公布日期', inWords(dateInShanghai(new Date(text.at)))],
    ['委托的依据', text.basis],
  ] as const
  return {
    document: { code: 'entrustment', title: '行政处罚委托书', number: contractNumber, issuedOn: plainDate(signedOn) },
    agency: { name, word, uscc: code, reviewBody, court, ...reach },
    case: { name: `委托${organisation}实施行政处罚` },
    ...OFFICE_PAPER,
    rows: rows.map(([label, words]) => ({ label, text: words })),
  }
}

function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
