import { describe, expect, it } from 'vitest'
import { plainDate as day } from '../calendar/plain-date.ts'
import { refuseRecord } from './agency-record.ts'

const DAYS = { today: day('2026-06-01'), qualifiedFromOn: day('2020-01-01') }

describe('what is registered of an agency has happened already', () => {
  it('it holds from today, or from any day since the agency is qualified', () => {
    expect(refuseRecord(day('2026-06-01'), DAYS)).toBeUndefined()
    expect(refuseRecord(day('2020-01-01'), DAYS)).toBeUndefined()
  })

  it('it never holds from tomorrow, nor from before there was an agency that may act', () => {
    expect(refuseRecord(day('2026-06-02'), DAYS)?.sentence).toContain('不能晚于今天（2026-06-01）')
    expect(refuseRecord(day('2019-12-31'), DAYS)?.sentence).toContain('2020-01-01')
  })
})
