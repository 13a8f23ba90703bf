import type { CaseState } from '../case/state.ts'
import type { DraftedInventory } from './inventory.ts'

/** What was found on opening a file. */
export type FoundFile = {
  readonly soundness: 'sound' | 'altered' | 'missing'
  /** By its first bytes. */
  readonly mediaType?: string
  readonly isEncrypted?: boolean
  readonly isPdfA?: boolean
}

/** What the four-property test looks at: a dossier in the house before it is sealed, or a package anywhere. */
export type PropertyView = {
  readonly place: 'dossier' | 'package'
  readonly inventory: DraftedInventory
  /** Folded from the events; undefined when they do not fold. */
  readonly state: CaseState | undefined
  /** By SHA-256. */
  readonly files: ReadonlyMap<string, FoundFile>
  /** Records without a receipt that holds, by name. */
  readonly unproved: readonly string[]
  /** Do the stored state (dossier) or metadata and inventory (package) say what the events say? */
  readonly contradictions: readonly string[]
  /** What is wrong with the package as a bag; undefined for a dossier. */
  readonly bagProblems?: readonly string[]
}
