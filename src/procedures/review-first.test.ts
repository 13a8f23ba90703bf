import { describe, expect, test } from 'vitest'
import { latest } from '#domain/case/clock-events.ts'
import { countedClock } from '#domain/case/contested-clocks.ts'
import { remedyEndsOn } from '#domain/case/obligations.ts'
import { rootRun } from '#domain/case/state.ts'
import { checkOverride } from '#domain/parameter/check-override.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { COMPANY, LawOffice, VIOLATION, valuesWith } from '../../tests/support/law-office.ts'
import { reach } from '../../tests/support/penalty-steps.ts'

/** An ordinary penalty whose decision was delivered on the 1st of June, where this is set. */
const decided = (grounds: Readonly<Record<string, string>>) =>
  reach(new LawOffice({ parameters: valuesWith({ 'remedy.review-first': grounds }) }), 'performance').on('2026-06-02')

const remedyIn = (office: LawOffice) => fillIssued(office, 'penalty-decision').remedy
const endsOn = ({ env, case: state }: LawOffice) => remedyEndsOn({ env, state }, COMPANY.id)

describe('what goes to review before any lawsuit is set by the item, the cause or the procedure', () => {
  test.each([
    [VIOLATION.cause, '法律、行政法规规定', '行政复议法第二十三条第一款第五项'],
    ['行政处罚（普通程序）', '法律、行政法规规定', '行政复议法第二十三条第一款第五项'],
    [VIOLATION.cause, '侵犯自然资源权利', '行政复议法第二十三条第一款第二项'],
    [VIOLATION.cause, '未履行法定职责', '行政复议法第二十三条第一款第三项'],
    [VIOLATION.cause, '不予公开政府信息', '行政复议法第二十三条第一款第四项'],
  ])('%s: %s', (name, ground, basis) => {
    const office = decided({ [name]: ground })
    expect(remedyIn(office)).toMatchObject({ isReviewFirst: true })
    expect(remedyIn(office)?.text).toContain('先向青石区人民政府申请行政复议')
    expect(remedyIn(office)?.bases).toContain(basis)
    expect(endsOn(office)).toBe('2026-07-31')
  })

  test('and otherwise the party may choose, for six months', () => {
    const office = decided({ 某个别的事项: '法律、行政法规规定' })
    expect(remedyIn(office)).toMatchObject({ isReviewFirst: false })
    expect(endsOn(office)).toBe('2026-12-01')
  })

  test('the term for the court begins when nobody can ask for a review any more', () => {
    const office = decided({ [VIOLATION.cause]: '法律、行政法规规定' })
    const { env, case: state } = office
    const run = rootRun(state)
    const [clock] = latest(run.clocks, 'court-application')
    if (!clock) throw new Error('the term for the court does not run')
    const counted = countedClock({ env, state }, run, clock)
    expect(counted.clock.startOn).toBe('2026-07-31')
    expect(counted.note).toContain('应当先申请行政复议')
  })

  test('a ground that no law knows cannot be set', () => {
    const set = (value: unknown) => checkOverride({ code: 'remedy.review-first', value, basis: '《某法》第一条' })
    expect(set({ 某事项: '侵犯自然资源权利' })).toBeUndefined()
    expect(set({ 某事项: '机关自己认为' })).toContain('侵犯自然资源权利')
    expect(set(['某事项'])).toContain('每一个名称对应下列之一')
  })
})
