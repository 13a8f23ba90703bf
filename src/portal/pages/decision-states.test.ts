import { describe, expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { PUBLISHED } from '../../../tests/support/published-rows.ts'
import type { PublishedDecision } from '../published-queries.ts'
import { decisionPage } from './decision-page.ts'

const [first] = PUBLISHED
if (!first) throw new Error('no example')
const SHOWN: PublishedDecision = {
  id: first.id,
  status: 'published',
  title: first.title,
  kind: first.kind,
  agencyName: first.agencyName,
  partyName: '',
  number: first.number ?? null,
  summary: '',
  publishedAt: first.at,
  withdrawnAt: null,
  laterEffect: null,
  later: null,
  withdrawalBasis: null,
  reason: null,
  decidedOn: first.decidedOn,
  expiredOn: null,
  body: first,
}
const text = (decision: PublishedDecision) => String(decisionPage(decision).content)
const NO_BODY = {} as PublishedDecision['body']

describe('the page of a decision', () => {
  it('says when and how it was corrected, and until when it is public', () => {
    const correction = { on: plainDate('2026-11-25'), note: '更正金额的大写', version: 2 }
    const page = text({ ...SHOWN, body: { ...first, correction, publishedUntilOn: plainDate('2027-11-20') } })
    expect(page).toContain('更正于')
    expect(page).toContain('更正金额的大写')
    expect(page).toContain('公示至')
    expect(text(SHOWN)).not.toContain('更正于')
  })

  it('says that its term has run out and shows nothing of the content', () => {
    const page = text({ ...SHOWN, status: 'expired', expiredOn: '2027-11-20', title: '公示期满：131号', body: NO_BODY })
    expect(page).toContain('公示期满')
    expect(page).not.toContain('罚款')
  })

  it('gives the article for what should never have been public, not the one for revoked decisions', () => {
    const gone = { ...SHOWN, status: 'withdrawn', reason: '误公开', withdrawnAt: first.at, body: NO_BODY } as const
    expect(text({ ...gone, withdrawalBasis: '《政府信息公开条例》第十四条、第十五条' })).not.toContain('第四十八条')
    expect(text({ ...gone, withdrawalBasis: null })).toContain('第四十八条第二款')
  })

  const LATER = {
    id: 'later-1',
    status: 'published',
    number: '青市监罚变〔2026〕3号',
    decidedOn: '2026-12-01',
  } as const

  it('leads from a changed decision to the one in its place, and that says which it replaces', () => {
    const gone = {
      ...SHOWN,
      status: 'withdrawn',
      reason: '罚款数额不当，已经变更',
      withdrawnAt: first.at,
      body: NO_BODY,
    } as const
    const old = text({ ...gone, laterEffect: 'replaced', later: LATER })
    expect(old).toContain('罚款数额不当，已经变更')
    expect(old).toContain('<a href="/decisions/later-1">青市监罚变〔2026〕3号</a>')
    expect(text({ ...gone, laterEffect: 'replaced', later: { ...LATER, status: 'withdrawn' } })).toContain('也已撤回')
    expect(text(gone)).not.toContain('变更后的决定')
    const earlier = [{ id: first.id, number: '131号', decidedOn: first.decidedOn, effect: 'replaced' }] as const
    const page = text({ ...SHOWN, body: { ...first, earlier } })
    expect(page).toContain('代替的决定')
    expect(page).toContain(`<a href="/decisions/${first.id}">131号</a>`)
  })

  it('says what has become of a licence since, unless that act was withdrawn itself', () => {
    const page = text({ ...SHOWN, laterEffect: 'revoked', later: LATER })
    expect(page).toContain('许可已撤销')
    expect(page).toContain('/decisions/later-1')
    expect(text({ ...SHOWN, laterEffect: 'revoked', later: { ...LATER, status: 'withdrawn' } })).not.toContain(
      '许可已撤销',
    )
  })
})
