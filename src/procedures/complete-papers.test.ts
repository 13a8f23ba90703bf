import { describe, expect, test } from 'vitest'
import { blankFields, completePapers, issuedOf } from '../../tests/support/complete-papers.ts'
import { fillIssued } from '../../tests/support/filled-documents.ts'
import { done, LawOffice } from '../../tests/support/law-office.ts'
import * as licence from '../../tests/support/licence-steps.ts'
import { PROCEDURES } from './index.ts'

/** Written by hand on the paper, or known only from an earlier act that need not have said it. */
const BY_HAND: readonly string[] = [
  'clue/clue-register/提供人',
  'clue/clue-register/联系方式',
  'inspection/inspection-plan/备注',
  'licence/licence-hand-over/签收',
  'penalty-ordinary/delivery-address/签名',
]
/** One that nobody asked for; the roads lead to one that was. */
const ANNOUNCED = 'licence-hearing/call/licence-hearing-announcement'

const PAPERS = [...PROCEDURES.values()].map((procedure) => ({ procedure, papers: [...completePapers(procedure)] }))

describe('an issued paper of the common layout', () => {
  test('has no empty box where its act was told everything that it asks', () => {
    const blank = PAPERS.flatMap(({ procedure, papers }) =>
      papers.flatMap(({ data }) =>
        blankFields(data).map((field) => `${procedure.code}/${data.document.code}/${field}`),
      ),
    )
    expect([...new Set(blank)].toSorted()).toEqual(BY_HAND)
  })

  test('is drawn here for every act that issues it', () => {
    const missing = PAPERS.flatMap(({ procedure, papers }) => {
      const drawn = papers.map(({ action, data }) => `${action}/${data.document.code}`)
      return issuedOf(procedure, new LawOffice())
        .filter((key) => !drawn.includes(key))
        .map((key) => `${procedure.code}/${key}`)
    })
    expect([...new Set(missing)].toSorted()).toEqual([ANNOUNCED])
  })
})

describe('a hearing that the office holds for the public', () => {
  const NOTICE = { 'hearing-matter': '选址', 'hearing-call': '电话报名' }
  const CALL = { host: ['zhu'], 'hearing-on': '2026-06-15', 'hearing-at': '上午九时', 'hearing-place': '第一会议室' }

  test('is announced once its time and place are known', () => {
    const office = licence.accepted(new LawOffice())
    done(office.take('lin', 'announce-hearing', { case: NOTICE }))
    done(office.agree('wu'))
    done(office.take('lin', 'call', { case: { ...CALL, 'is-open': true } }))
    done(office.agree('wu'))
    const data = fillIssued(office, 'licence-hearing-announcement')
    expect(blankFields(data)).toEqual([])
    expect(data.rows).toContainEqual({ label: '时间', text: '2026年6月15日上午九时' })
    expect(data.rows).toContainEqual({ label: '听证事项', text: '选址' })
  })
})
