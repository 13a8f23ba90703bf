import { createContext } from 'react'
import type { Movement } from '#domain/custody/movement.ts'
import type { Thing } from '#domain/custody/thing.ts'

/** The things on the list that a form moves, and how; nothing where the form moves none. */
export type MovedThings = { readonly things: readonly Thing[]; readonly movement: Movement }
export const ThingsContext = createContext<MovedThings | undefined>(undefined)
