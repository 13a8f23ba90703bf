import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type TestDesk, testDesk } from '../../../../tests/support/desk.ts'

let desk: TestDesk
let handler: Caller
beforeAll(async () => {
  desk = await testDesk()
  handler = await desk.as('zhou')
})
afterAll(async () => desk.close())

describe('the violations over HTTP', () => {
  it('are found by words and read with range and tiers', async () => {
    const found = await handler.get(`/api/violations?text=${encodeURIComponent('过期食品')}`)
    expect(found.statusCode).toBe(200)
    expect(found.json()).toMatchObject({ isCapped: false, violations: [{ title: '经营过期食品', isParsed: true }] })
    const detail = await handler.get(`/api/violations/${found.json().violations[0].id}`)
    expect(detail.json()).toMatchObject({
      describedRange: expect.stringContaining('货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款'),
      range: { clauses: expect.any(Array) },
      tiers: [{ code: 'light', range: { form: 'money' } }, { code: 'ordinary' }, { code: 'heavy' }],
    })
  })

  it.each(['limit=0', 'limit=101', 'limit=x', `text=${'a'.repeat(101)}`, 'unknown=1', 'text=a&text=b'])(
    '%s gets a sentence',
    async (query) => {
      const answer = await handler.get(`/api/violations?${query}`)
      expect(answer.statusCode).toBe(422)
      expect(answer.json().errors[0].sentence).toMatch(/。|，/)
    },
  )

  it('an id that nobody has is not found', async () => {
    const answer = await handler.get('/api/violations/00000000-0000-7000-8000-000000000000')
    expect(answer.json().code).toBe('not-found')
  })

  it('nobody reads them without signing in', async () => {
    expect((await desk.nobody.get('/api/violations')).statusCode).toBe(401)
  })
})
