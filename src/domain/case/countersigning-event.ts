import type { Role } from '../procedure/definition.ts'
import type { Attachment } from './state.ts'

type OfProposal = { readonly run: string; readonly proposal: string }

/** Other units are heard before a proposal is agreed to. */
export type CountersigningEvent =
  | (OfProposal & {
      readonly type: 'countersigning-asked'
      readonly of: string
      readonly name: string
      readonly role: Role
      readonly unitName?: string
      readonly question?: string
    })
  | (OfProposal & {
      readonly type: 'countersigning-given'
      readonly agrees: boolean
      readonly opinion: string
      readonly attachments?: readonly Attachment[]
    })
  /** It is not waited for any longer; why. */
  | (OfProposal & { readonly type: 'countersigning-released'; readonly of: string; readonly reason: string })
