import { createHash } from 'node:crypto'
import { type Inventory, inventoryText } from '#domain/archive/inventory.ts'
import { VOLUME_FILES } from '#domain/archive/item-path.ts'
import { type VolumeRecord, volumeContradictions, volumeText } from '#domain/archive/volume.ts'
import type { DigestsFound } from '#domain/bagit/judge-bag.ts'
import type { PackageFolder } from './package-folder.ts'

/**
 * Whether the bound volume is the one that its record names, and the record one of this dossier. Packages from before there were
 * volumes have neither. The volume is a derivative: that it shows what the originals show is not proved here.
 */
export async function judgeVolume(
  from: PackageFolder,
  inventory: Inventory,
  digests: DigestsFound,
): Promise<readonly string[]> {
  const text = await from.text(VOLUME_FILES.record)
  const found = digests.get(VOLUME_FILES.volume)
  if (text === '') return found ? [`${VOLUME_FILES.volume}：没有装订本说明 ${VOLUME_FILES.record}。`] : []
  const record = recordOf(text)
  if (!record) return [`${VOLUME_FILES.record}：不是装订本说明，或者被改动过。`]
  const sha256 = createHash('sha256').update(inventoryText(inventory)).digest('hex')
  const problems = volumeContradictions(record, inventory, sha256).map((told) => `${VOLUME_FILES.record}：${told}`)
  return [...problems, ...differing(record, found)]
}

function recordOf(text: string): VolumeRecord | undefined {
  try {
    const record = JSON.parse(text) as VolumeRecord
    const isRecord = record.v === 1 && ('missing' in record || Array.isArray(record.sources))
    return isRecord && volumeText(record) === text ? record : undefined
  } catch {
    return undefined
  }
}

function differing(record: VolumeRecord, found: ReturnType<DigestsFound['get']>): readonly string[] {
  if ('missing' in record) return found ? [`${VOLUME_FILES.volume}：装订本说明里说没有装订本。`] : []
  const isSame = found?.sha256 === record.file.sha256 && found.sm3 === record.file.sm3
  return isSame ? [] : [`${VOLUME_FILES.volume}：与装订本说明里的摘要不符，被改动过，或者不在包里。`]
}
