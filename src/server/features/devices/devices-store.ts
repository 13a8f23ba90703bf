import type { DeviceInput } from '#contract/devices.ts'
import type { Tx } from '#server/db/database.ts'

/** Writes a new device; false when the agency has one of that code. */
export async function insertDevice(
  tx: Tx,
  device: DeviceInput & { readonly id: string; readonly agencyId: string },
): Promise<boolean> {
  const { id, agencyId, code, kind, class: equipment, model, place, holder, fromOn } = device
  const { rowCount } = await tx.query({
    text: `INSERT INTO app.devices (id, agency_id, code, kind, class, model, place, holder_id, from_on)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (agency_id, code) DO NOTHING`,
    values: [id, agencyId, code, kind, equipment, model, place, holder, fromOn],
  })
  return rowCount === 1
}

/** Notes who holds a device from a day on; what was noted before stays. */
export async function noteHolding(
  tx: Tx,
  holding: {
    readonly id: string
    readonly deviceId: string
    readonly holderId: string | null
    readonly fromOn: string
    readonly notedBy: string
    readonly notedAt: string
  },
): Promise<void> {
  const { id, deviceId, holderId, fromOn, notedBy, notedAt } = holding
  await tx.query({
    text: `INSERT INTO app.device_holdings (id, device_id, holder_id, from_on, noted_by, noted_at)
      VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [id, deviceId, holderId, fromOn, notedBy, notedAt],
  })
}

type Change = { readonly id: string; readonly agencyId: string; readonly version: number }

/** True when the device stood at that version; the holder shown is the one of the newest day. */
export async function setHolder(tx: Tx, { id, agencyId, version }: Change, holderId: string | null): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `UPDATE app.devices SET holder_id = $4, version = version + 1 WHERE id = $1 AND agency_id = $2 AND version = $3`,
    values: [id, agencyId, version, holderId],
  })
  return rowCount === 1
}

export async function setUntilOn(tx: Tx, { id, agencyId, version }: Change, untilOn: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    text: `UPDATE app.devices SET until_on = $4, holder_id = NULL, version = version + 1
      WHERE id = $1 AND agency_id = $2 AND version = $3`,
    values: [id, agencyId, version, untilOn],
  })
  return rowCount === 1
}
