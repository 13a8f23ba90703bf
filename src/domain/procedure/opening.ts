import type { DocumentCode, Gate, Role } from './definition.ts'
import type { EnforcementKind } from './enforcement-kinds.ts'

/** A clue of which a case was to be made, or a case that ran under this procedure; what an opening takes over from it. */
export type Source<F extends string = string> =
  | 'clue'
  | {
      readonly procedure: string
      /** What that case must have come to, also where it still runs on; without it any case will do. */
      readonly outcomes?: readonly string[]
      /** Facts here and those of its own run that they are filled in from; facts of the same name and kind need no word. */
      readonly takes?: { readonly [Name in F]?: string }
    }

/** How a run of this procedure begins. */
export type Opening<F extends string = string, C extends string = string> = {
  /** What a case of this procedure may come from, beside beginning by itself. */
  readonly from?: readonly Source<F>[]
  /** It never begins by itself. */
  readonly needsOrigin?: true
  /** Clocks here that go on from the start of one of the origin, where it has that one. */
  readonly continues?: { readonly [Name in C]?: string }
  /** Under which kind of enforcement people look for it, and what it is for, as one sentence. */
  readonly kind?: EnforcementKind
  readonly purpose?: string
  /** Whom it concerns may not be known yet. */
  readonly needsNoParty?: true
  readonly by: Role | readonly Role[]
  readonly partyTitle: string
  readonly violations: boolean
  readonly asks: readonly F[]
  /** Of what it asks, what the item of the agency's catalogue brings; and which fact says later that the item is published. */
  readonly item?: { readonly name: F; readonly basis: F; readonly published?: F }
  /** What is asked here is asked once, so a mistake in it must not open a case. */
  readonly gates?: readonly Gate[]
  /** Papers that are made out at once, such as the receipt for what was handed in. */
  readonly issues?: readonly DocumentCode[]
  readonly starts: readonly C[]
}
