import { addDays } from '#domain/calendar/plain-date.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import { registerDevice } from '#server/features/devices/index.ts'
import { approveDevice } from '#server/features/monitoring/index.ts'
import { isRefused } from '#server/http/errors.ts'
import { callerOf } from './live-case.ts'
import { watches } from './open-year-case.ts'
import type { YearOffice } from './year-office.ts'

/** A device that watches by itself, of every agency that has some, and the place where everybody knows that it stands. */
export const MONITOR = { code: 'JK-虚构-01', place: '青石区石桥街道' } as const

/** Registered, examined and made public before the year begins; one that is there already stays. */
export async function setUpMonitors(ctx: Context, offices: readonly YearOffice[], at: Date): Promise<void> {
  const today = dateInShanghai(at)
  for (const office of offices.filter(watches)) {
    const { rowCount } = await ctx.db.query({
      text: 'SELECT FROM app.devices WHERE agency_id = $1 AND code = $2',
      values: [office.agencyId, MONITOR.code],
    })
    if (rowCount > 0) continue
    const caller = () => callerOf(ctx, office, office.withRole('unit-head')[0] ?? '', at, undefined)
    const fixed = { kind: 'monitor', class: 'C', model: '', holder: null, fromOn: today } as const
    const device = await registerDevice(caller(), { ...MONITOR, ...fixed })
    if (isRefused(device)) throw new Error(device.detail)
    const noted = await approveDevice(caller(), device.id, {
      legalNumber: '法审〔虚构〕1号',
      technicalNumber: '技审〔虚构〕1号',
      standard: '虚构的标准',
      sign: '路口前五十米设“监控抓拍”标志',
      place: MONITOR.place,
      publishedOn: addDays(today, -1),
      publishedWhere: '本机关网站公告（虚构）',
      fromOn: today,
      untilOn: null,
    })
    if (isRefused(noted)) throw new Error(noted.detail)
  }
}
