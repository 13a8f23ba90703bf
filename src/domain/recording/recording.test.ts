import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { DEFAULT_VALUES } from '../parameter/resolution.ts'
import { capturedAtProblem } from './captured-at.ts'
import { type DeviceOnDay, doubtsOf } from './doubts.ts'
import { mediumOf } from './medium.ts'
import { hoursLate, storeDueAt } from './store-term.ts'

const device: DeviceOnDay = { isCarried: true, fromOn: plainDate('2026-01-01'), untilOn: null, holderId: 'lin' }
const on = plainDate('2026-06-01')

describe('the doubts about a recording', () => {
  it('are none when the holder took it while the device was in use', () => {
    expect(doubtsOf({ on, officerId: 'lin', device })).toEqual([])
    expect(doubtsOf({ on, officerId: 'lin', device: undefined })).toEqual([])
  })
  it('name a device that was retired, and not on its last day', () => {
    const retired = { ...device, untilOn: plainDate('2026-05-31') }
    expect(doubtsOf({ on, officerId: 'lin', device: retired })).toEqual(['device-retired'])
    expect(doubtsOf({ on: plainDate('2026-05-31'), officerId: 'lin', device: retired })).toEqual([])
  })
  it('name a device that was not yet in use, on the day before its first', () => {
    expect(doubtsOf({ on: plainDate('2025-12-31'), officerId: 'lin', device })).toEqual(['before-device'])
    expect(doubtsOf({ on: plainDate('2026-01-01'), officerId: 'lin', device })).toEqual([])
  })
  it('name a device that somebody else or nobody held that day', () => {
    expect(doubtsOf({ on, officerId: 'zhou', device })).toEqual(['held-by-another'])
    expect(doubtsOf({ on, officerId: 'zhou', device: { ...device, holderId: null } })).toEqual(['held-by-nobody'])
  })
  it('ask nobody about a camera that hangs on a wall', () => {
    const fixed = { ...device, isCarried: false, holderId: null }
    expect(doubtsOf({ on, officerId: null, device: fixed })).toEqual([])
    expect(doubtsOf({ on, officerId: 'zhou', device: { ...fixed, holderId: 'lin' } })).toEqual([])
  })
  it('name a recording that nobody is said to have taken', () => {
    expect(doubtsOf({ on, officerId: null, device: undefined })).toEqual(['no-officer'])
  })
})

describe('the time at which a recording began', () => {
  const now = new Date('2026-06-01T02:00:00Z')
  it('may be a little ahead of the server, not more', () => {
    expect(capturedAtProblem('2026-06-01T10:05:00+08:00', now)).toBeUndefined()
    expect(capturedAtProblem('2026-06-01T10:05:01+08:00', now)).toContain('现在以后')
  })
  it('is no day that does not exist, and none of a clock that was never set', () => {
    expect(capturedAtProblem('2026-02-30T10:00:00+08:00', now)).toContain('格式不对')
    expect(capturedAtProblem('1999-12-31T23:59:59Z', now)).toContain('时钟')
  })
})

describe('the twenty-four hours (黑龙江、晋江)', () => {
  it('run from the beginning of the recording, through nights and days off', () => {
    expect(storeDueAt('2026-10-01T23:30:00+08:00', DEFAULT_VALUES, on)).toBe('2026-10-02T15:30:00.000Z')
  })
  it('are kept up to the last moment, and what comes later says by how much', () => {
    const due = '2026-10-02T15:30:00.000Z'
    expect(hoursLate(due, due)).toBeNull()
    expect(hoursLate(due, '2026-10-02T15:30:00.001Z')).toBe(0)
    expect(hoursLate(due, '2026-10-03T18:31:00.000Z')).toBe(27)
  })
})

describe('what a file is', () => {
  it('is what its bytes prove, whatever it is called', () => {
    expect(mediumOf('image/png', '录像.mp4')).toBe('photo')
    expect(mediumOf('application/pdf', '录像.mp4')).toBeUndefined()
  })
  it('is what its ending says only when the bytes prove nothing', () => {
    expect(mediumOf('application/octet-stream', '0001.DAV')).toBe('video')
    expect(mediumOf('application/octet-stream', '0001.exe')).toBeUndefined()
  })
})
