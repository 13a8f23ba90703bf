import type { AccessDetail } from '#contract/access.ts'
import { purposeTitle } from '#domain/access-request/access-request.ts'
import { CARRIER_TITLES, CONDITION_TITLES, lastDayOf } from '#domain/access-request/refuse-loan.ts'
import type { AgencyBlock, ApprovalBlock, DocumentData } from '#domain/document/merge-data.ts'
import { OFFICE_PAPER } from '#domain/document/office-paper.ts'
import { dateInShanghai } from '#server/clock.ts'
import { contentHeaders } from '#server/features/evidence/index.ts'
import { notFound, type Refused } from '#server/http/errors.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import type { StreamAnswer } from '#server/http/route.ts'
import { detailOf } from './request-detail.ts'

/** The form of a request as it stands (案卷调阅审批表), for the file of the archive. */
export async function printRequest(ctx: RequestContext, id: string): Promise<StreamAnswer | Refused> {
  ctx.audit({ subject: `access:${id}` })
  const [detail, agency] = await Promise.all([detailOf(ctx, ctx.db, id), agencyOf(ctx)])
  if (!detail || !agency) return notFound('调阅申请')
  const { pdf } = await ctx.typesetter.typeset(formOf(detail, agency))
  const headers = { ...contentHeaders('application/pdf', '案卷调阅审批表.pdf'), 'cache-control': 'no-store' }
  return { headers, body: Buffer.from(pdf) }
}

export function formOf(detail: AccessDetail, agency: AgencyBlock): DocumentData {
  const requestedOn = dateInShanghai(new Date(detail.row.requestedAt))
  return {
    document: { code: 'access-approval', title: '案卷调阅审批表', issuedOn: requestedOn },
    agency,
    case: { name: detail.row.caseName },
    ...OFFICE_PAPER,
    rows: rowsOf(detail),
    approvals: approvalsOf(detail),
  }
}

function rowsOf({ row, external, items, reason, loans }: AccessDetail): DocumentData['rows'] {
  const scope = row.scope === 'case' ? '整件案件' : items.map(({ title, note }) => `${title}（${note}）`).join('；')
  const lent = loans.map(
    ({ title, quantity, carrier, lentTo, dueOn, returnedAt, condition, returnNote }) =>
      `${CARRIER_TITLES[carrier]}“${title}”${quantity} 件，交${lentTo}，应于 ${dueOn} 前归还；` +
      (returnedAt === null || condition === null
        ? '未归还'
        : `${dateInShanghai(new Date(returnedAt))} 归还，检查${CONDITION_TITLES[condition]}${returnNote ? `（${returnNote}）` : ''}`),
  )
  const rows = [
    ['申请人', row.requestedBy],
    ['所在机构', row.unitName],
    [
      '调阅单位和函号',
      external ? `${external.bodyName}　${external.letterNumber}（${external.letterOn}）` : '内部调阅',
    ],
    ['持函人及证件', external ? `${external.bearerName}　${external.bearerIdMasked}（原件已当面查验）` : '无'],
    ['调阅范围', row.caseName === '' ? scope : `${row.caseName}：${scope}`],
    ['用途', purposeTitle(row.purposes)],
    ['期限', row.untilAt === null ? `${row.days} 日` : `${row.days} 日，至 ${lastDayOf(row.untilAt)}`],
    ['事由', reason],
    ['借出和归还', lent.length === 0 ? '没有借出' : lent.join('\n')],
  ] as const
  return rows.map(([label, text]) => ({ label, text }))
}

const VERDICTS: Readonly<Record<string, readonly [string, string]>> = {
  endorsed: ['机构负责人', '同意'],
  granted: ['机关负责人', '批准'],
  refused: ['负责人', '不予批准'],
  revoked: ['机关负责人', '撤销批准'],
}

function approvalsOf({ steps }: AccessDetail): readonly ApprovalBlock[] {
  return steps.flatMap(({ kind, by, at, note }) => {
    const [role, verdict] = VERDICTS[kind] ?? []
    if (role === undefined || verdict === undefined) return []
    return [{ role, verdict, opinion: note, name: by, onDate: dateInShanghai(new Date(at)) }]
  })
}

async function agencyOf(ctx: RequestContext): Promise<AgencyBlock | undefined> {
  const { rows } = await ctx.db.query<AgencyBlock>({
    name: 'access-form-agency',
    text: `SELECT name, word, address, phone, uscc, review_body AS "reviewBody", court FROM app.agencies WHERE id = $1`,
    values: [ctx.actor.agencyId],
  })
  return rows[0]
}
