import { describe, expect, test } from 'vitest'
import { LawOffice, PEOPLE, type Who } from '../../../tests/support/law-office.ts'
import type { Person } from '../case/environment.ts'
import type { CaseState, Run } from '../case/state.ts'
import { type AccessGrant, groundText, mayView, type ViewedRecording, type ViewPurpose } from './may-view.ts'

const NOW = '2026-06-01T04:00:00.000Z'

function caseWith(more: Partial<CaseState> = {}): CaseState {
  const office = new LawOffice()
  office.open('penalty-ordinary', 'lin', {
    case: { source: '行政检查', 'found-on': '2026-06-01', clue: '检查发现', place: '青石区' },
  })
  return { ...office.case, ...more }
}
const CASE = caseWith()

function runOf(procedure: string, more: Partial<Run> = {}): Run {
  const [root] = CASE.runs
  if (!root) throw new Error('a case has a run')
  return { ...root, id: procedure, procedure, ...more }
}
const during = (procedure: string, more: Partial<Run> = {}) => ({
  ...CASE,
  runs: [...CASE.runs, runOf(procedure, more)],
})
const bound = (state: CaseState = CASE, more: Partial<ViewedRecording> = {}): ViewedRecording => ({
  agency: CASE.agency,
  storedBy: 'somebody',
  cases: [state],
  grants: [],
  ...more,
})
const unbound = (storedBy: string | null): ViewedRecording => ({ agency: CASE.agency, storedBy, cases: [], grants: [] })

function ground(recording: ViewedRecording, who: Who | Person, purpose: ViewPurpose = 'play'): string {
  const answer = mayView(recording, typeof who === 'string' ? PEOPLE[who] : who, purpose, NOW)
  return answer.ok ? groundText(answer.ground) : answer.sentence
}
const REFUSED = /申请调阅。$/
const with_ = (who: Who, more: Partial<Person>): Person => ({ ...PEOPLE[who], ...more })

describe('who may see a recording that is bound to a case', () => {
  test('its handlers may, and nobody who has the same post and another case', () => {
    expect(ground(bound(), 'lin')).toBe('case:case-1 承办')
    expect(ground(bound(), 'expired')).toMatch(REFUSED)
  })

  test('who handed it over may not go on looking', () => {
    expect(ground(bound(caseWith({ handlers: ['zhou'], formerHandlers: ['lin'] })), 'lin')).toMatch(REFUSED)
    expect(ground(bound(caseWith({ handlers: ['lin'], formerHandlers: ['zhou'] })), 'lin')).toBe('case:case-1 承办')
  })

  test('the head of its unit may, the head of another unit may not', () => {
    expect(ground(bound(), 'zheng')).toBe('case:case-1 承办机构负责人')
    const elsewhere = with_('zheng', { posts: [{ role: 'unit-head', unit: 'unit-other', isPrincipal: true }] })
    expect(ground(bound(), elsewhere)).toMatch(REFUSED)
  })

  test('the head of its agency may, the head of another may not', () => {
    expect(ground(bound(), 'deputy')).toBe('case:case-1 机关负责人')
    expect(ground(bound(), 'other')).toMatch(REFUSED)
  })

  test('a reviewer may while its review is open, and neither before nor after', () => {
    expect(ground(bound(), 'shen')).toMatch(REFUSED)
    expect(ground(bound(during('legal-review')), 'shen')).toBe('case:case-1 法制审核')
    expect(ground(bound(during('legal-review', { endedOn: CASE.openedOn })), 'shen')).toMatch(REFUSED)
  })

  test('a reviewer who once handled the case may not come back to it as a reviewer', () => {
    const state = during('legal-review')
    expect(ground(bound(state), 'shen')).toBe('case:case-1 法制审核')
    expect(ground(bound({ ...state, formerHandlers: ['shen'] }), 'shen')).toMatch(REFUSED)
  })

  test('who takes part in the panel may while it is open, and not otherwise', () => {
    expect(ground(bound(), 'fu')).toMatch(REFUSED)
    expect(ground(bound(during('panel')), 'fu')).toBe('case:case-1 集体讨论')
    expect(ground(bound(during('panel', { endedOn: CASE.openedOn })), 'fu')).toMatch(REFUSED)
  })

  test('the host whom the hearing names may while it is open, another host may not', () => {
    const facts = (host: string) => ({ facts: { case: { host: [host] }, party: {}, violation: {} } })
    expect(ground(bound(during('hearing', facts('zhu'))), 'zhu')).toBe('case:case-1 主持听证')
    expect(ground(bound(during('licence-hearing', facts('zhu'))), 'zhu')).toBe('case:case-1 主持听证')
    expect(ground(bound(during('hearing', facts('someone'))), 'zhu')).toMatch(REFUSED)
    expect(ground(bound(during('hearing', { ...facts('zhu'), endedOn: CASE.openedOn })), 'zhu')).toMatch(REFUSED)
  })

  test('who uploaded it has no ground of their own any more', () => {
    expect(ground(bound(CASE, { storedBy: 'expired' }), 'expired')).toMatch(REFUSED)
  })

  test('of two cases one is enough', () => {
    const other = { ...CASE, id: 'case-2', handlers: ['expired'] }
    expect(ground({ ...bound(), cases: [CASE, other] }, 'expired')).toBe('case:case-2 承办')
  })
})

describe('who may see a recording that is not bound yet', () => {
  test('who uploaded it may, a colleague may not, and nobody calls what a docking station took their own', () => {
    expect(ground(unbound('expired'), 'expired')).toBe('own')
    expect(ground(unbound('expired'), 'lin')).toMatch(/还没有归入案件/)
    expect(ground(unbound(null), 'expired')).toMatch(/还没有归入案件/)
  })
})

describe('a granted access request', () => {
  const granted = (more: Partial<AccessGrant> = {}) =>
    bound(CASE, { grants: [{ request: 'r-1', purposes: ['play'], until: '2026-06-01T04:00:01.000Z', ...more }] })

  test('opens the recording, to somebody of another agency as well', () => {
    expect(ground(bound(), 'other')).toMatch(REFUSED)
    expect(ground(granted(), 'other')).toBe('access:r-1')
  })

  test('ends at its instant, in whatever zone that is written', () => {
    expect(ground(granted({ until: NOW }), 'expired')).toMatch(REFUSED)
    expect(ground(granted({ until: '2026-06-01T12:00:01+08:00' }), 'expired')).toBe('access:r-1')
  })

  test('to look is none to take a copy away', () => {
    expect(ground(granted(), 'expired', 'download')).toMatch(/不能带走副本/)
    expect(ground(granted({ purposes: ['play', 'download'] }), 'expired', 'download')).toBe('access:r-1')
  })
})

describe('a copy', () => {
  test.each(['download', 'export'] as const)(
    '(%s) is for those who handle the case, not for those who judge it',
    (purpose) => {
      expect(ground(bound(), 'lin', purpose)).toBe('case:case-1 承办')
      expect(ground(bound(), 'zheng', purpose)).toBe('case:case-1 承办机构负责人')
      expect(ground(bound(during('legal-review')), 'shen', purpose)).toMatch(/不能带走副本/)
      expect(ground(bound(during('panel')), 'fu', purpose)).toMatch(/不能带走副本/)
      expect(ground(bound(), 'expired', purpose)).toMatch(/申请调阅。$/)
    },
  )
})

test('every refusal names its article', () => {
  expect(mayView(bound(), PEOPLE.expired, 'play', NOW)).toMatchObject({ ok: false, basis: '《行政处罚法》第五十条' })
})

describe('what the list of the agency names as the demonstration of a scene', () => {
  const shown = (more: Partial<ViewedRecording> = {}): ViewedRecording => ({
    ...unbound('lin'),
    demonstrates: 'inquiry',
    ...more,
  })

  test('is looked at by every colleague, whatever their post, and by nobody of another agency', () => {
    for (const who of ['expired', 'shen', 'fu', 'chuang', 'ku'] as const)
      expect(ground(shown(), who)).toBe('demonstration:inquiry')
    expect(ground(shown(), 'other')).toMatch(REFUSED)
  })

  test('says on what it rests', () => {
    expect(mayView(shown(), PEOPLE.expired, 'play', NOW)).toMatchObject({
      ground: { by: 'demonstration', basis: expect.stringContaining('国办发〔2018〕118号') },
    })
  })

  test('is not taken along, but by who uploaded it', () => {
    expect(ground(shown(), 'expired', 'download')).toBe('规范演示供本机关人员在线学习，不能带走副本。')
    expect(ground(shown(), 'lin', 'download')).toBe('own')
  })

  test('is looked at no more once the list names another, nor once it belongs to a case', () => {
    expect(ground(shown({ demonstrates: undefined }), 'expired')).toMatch(REFUSED)
    expect(ground(shown({ cases: [CASE] }), 'expired')).toMatch(REFUSED)
    expect(ground(shown({ cases: [CASE] }), 'zheng')).toBe('case:case-1 承办机构负责人')
  })
})
