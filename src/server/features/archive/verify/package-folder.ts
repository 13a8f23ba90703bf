import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Inventory, inventoryText } from '#domain/archive/inventory.ts'
import { eventPath, PACKAGE_FILES } from '#domain/archive/item-path.ts'
import type { CaseEvent } from '#domain/case/event.ts'
import { canonicalJson } from '#domain/record-log/canonical-json.ts'

/** A package on disk; its texts are small, its originals are read as streams. */
export type PackageFolder = {
  readonly folder: string
  /** Empty where there is no such file. */
  text(path: string): Promise<string>
  bytes(path: string): Promise<Uint8Array | undefined>
  open(path: string, range: { readonly start: number; readonly end: number }): ReturnType<typeof createReadStream>
}

export function openPackageFolder(folder: string): PackageFolder {
  const bytes = async (path: string) => readFile(join(folder, path)).catch(() => undefined)
  return {
    folder,
    bytes,
    text: async (path) => (await bytes(path))?.toString('utf8') ?? '',
    open: (path, range) => createReadStream(join(folder, path), range),
  }
}

/** The inventory, when its file is exactly what the house writes. */
export async function readInventory(from: PackageFolder): Promise<Inventory | undefined> {
  const text = await from.text(PACKAGE_FILES.inventory)
  const inventory = parsed(text) as Inventory | undefined
  const isWhole = inventory?.v === 1 && Array.isArray(inventory.items) && Array.isArray(inventory.papers)
  return isWhole && inventoryText(inventory) === text ? inventory : undefined
}

/** Events 1 to the sealing; a file that is no event ends the history there. */
export async function readPackageEvents(from: PackageFolder, inventory: Inventory): Promise<readonly CaseEvent[]> {
  const events: CaseEvent[] = []
  for (let seq = 1; seq <= inventory.events + 1; seq += 1) {
    const text = await from.text(eventPath(seq))
    const event = parsed(text) as CaseEvent | undefined
    if (event?.seq !== seq || canonicalJson(event) !== text) break
    events.push(event)
  }
  return events
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
