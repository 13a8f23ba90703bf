import type { Device } from '#contract/devices.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type DeviceKind, isCarried } from '#domain/recording/device.ts'
import type { DeviceOnDay } from '#domain/recording/doubts.ts'
import type { Queryable } from '#server/db/database.ts'

const COLUMNS = `d.id, d.code, d.kind, d.class, d.model, d.place, d.from_on AS "fromOn", d.until_on AS "untilOn", d.version,
  CASE WHEN p.id IS NULL THEN NULL ELSE jsonb_build_object('id', p.id, 'name', p.name) END AS holder,
  (SELECT max(h.from_on) FROM app.device_holdings h WHERE h.device_id = d.id) AS "heldFromOn",
  (SELECT count(*) FROM app.recordings r WHERE r.device_id = d.id) AS recordings,
  (SELECT max(r.captured_at) FROM app.recordings r WHERE r.device_id = d.id) AS "lastCapturedAt"`
const TABLES = 'app.devices d LEFT JOIN app.people p ON p.id = d.holder_id'

/** The agency's devices: those in use first, each with who holds it now. */
export async function listDevices(db: Queryable, agencyId: string): Promise<Device[]> {
  const { rows } = await db.query<Device>({
    name: 'list-devices',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.agency_id = $1 ORDER BY d.until_on IS NOT NULL, d.kind, d.code`,
    values: [agencyId],
  })
  return rows
}

export async function findDevice(db: Queryable, id: string, agencyId: string): Promise<Device | undefined> {
  const { rows } = await db.query<Device>({
    name: 'find-device',
    text: `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.id = $1 AND d.agency_id = $2`,
    values: [id, agencyId],
  })
  return rows[0]
}

type KnownDevice = DeviceOnDay & { readonly id: string }
type Read = Omit<KnownDevice, 'isCarried'> & { readonly kind: DeviceKind }

/** A device of the agency, by id or by code, as it stood on a day. */
export async function findDeviceOn(
  db: Queryable,
  wanted: { readonly agencyId: string; readonly idOrCode: string; readonly on: PlainDate },
): Promise<KnownDevice | undefined> {
  const { rows } = await db.query<Read>({
    name: 'device-on-day',
    text: `SELECT d.id, d.kind, d.from_on AS "fromOn", d.until_on AS "untilOn",
        (SELECT h.holder_id FROM app.device_holdings h WHERE h.device_id = d.id AND h.from_on <= $3
          ORDER BY h.from_on DESC, h.noted_at DESC, h.id DESC LIMIT 1) AS "holderId"
      FROM app.devices d WHERE d.agency_id = $1 AND (d.id::text = $2 OR d.code = $2)`,
    values: [wanted.agencyId, wanted.idOrCode, wanted.on],
  })
  const [device] = rows
  return device && { ...device, isCarried: isCarried(device.kind) }
}

/** Whether somebody is of the agency: holders and officers are its own people. */
export async function isOwnPerson(db: Queryable, id: string, agencyId: string): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>({
    name: 'is-own-person',
    text: 'SELECT EXISTS (SELECT FROM app.people WHERE id = $1 AND agency_id = $2) AS has',
    values: [id, agencyId],
  })
  return rows[0]?.has === true
}
