import { officeDateOf } from '#domain/calendar/due-at.ts'
import type { ParameterValues } from '#domain/parameter/resolution.ts'
import { capturedAtProblem } from '#domain/recording/captured-at.ts'
import { doubtsOf } from '#domain/recording/doubts.ts'
import { storeDueAt } from '#domain/recording/store-term.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Queryable } from '#server/db/database.ts'
import { findDeviceOn, isOwnPerson } from '#server/features/devices/index.ts'
import type { NewRecording } from './recordings-store.ts'

/** How, when and by whom something is said to have been recorded; a device by its id or its code. */
export type SaidCapture = {
  readonly capturedAt: string
  readonly device: string | null
  readonly officer: string | null
  readonly place: string
}
export type CaptureOffice = {
  readonly agencyId: string
  readonly parameters: ParameterValues
  readonly now: Date
}
export type WrongCapture = {
  readonly isWrong: true
  readonly field: 'capturedAt' | 'device' | 'officer'
  readonly sentence: string
}
export type Capture = Pick<NewRecording, 'capturedAt' | 'deviceId' | 'officerId' | 'place' | 'dueAt' | 'doubts'>

/** Compares what is said with the agency's devices and people; what cannot be is refused, what is odd becomes a doubt. */
export async function readCapture(
  db: Queryable,
  office: CaptureOffice,
  said: SaidCapture,
): Promise<Capture | WrongCapture> {
  const wrongTime = capturedAtProblem(said.capturedAt, office.now)
  if (wrongTime) return wrong('capturedAt', wrongTime)
  const on = officeDateOf(said.capturedAt)
  const device = await deviceOf(db, office.agencyId, said.device, on)
  if (device === 'unknown') return wrong('device', `本机关没有“${said.device}”这台设备；请在设备清单里核对。`)
  if (!(await isKnownOfficer(db, office.agencyId, said.officer))) return wrong('officer', '拍摄人不是本机关的人员。')
  return {
    capturedAt: new Date(said.capturedAt).toISOString(),
    deviceId: device?.id ?? null,
    officerId: said.officer,
    place: said.place,
    dueAt: storeDueAt(said.capturedAt, office.parameters, dateInShanghai(office.now)),
    doubts: doubtsOf({ on, officerId: said.officer, device }),
  }
}

const wrong = (field: WrongCapture['field'], sentence: string): WrongCapture => ({ isWrong: true, field, sentence })

async function deviceOf(db: Queryable, agencyId: string, said: string | null, on: ReturnType<typeof officeDateOf>) {
  if (said === null) return undefined
  return (await findDeviceOn(db, { agencyId, idOrCode: said, on })) ?? 'unknown'
}

const isKnownOfficer = async (db: Queryable, agencyId: string, officer: string | null): Promise<boolean> =>
  officer === null || (await isOwnPerson(db, officer, agencyId))
