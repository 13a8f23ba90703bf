import type { ApprovalInput } from '#contract/cases.ts'
import type { MappedErrors } from '../../../lib/case/map-errors.ts'

export type ApprovalStep = {
  readonly run: string
  readonly errors: MappedErrors['fields']
  readonly isBusy: boolean
  readonly onSend: (input: ApprovalInput) => Promise<void>
  readonly onBack: () => void
}
