import type { EventOf } from './event.ts'
import type { CaseState } from './state.ts'

/** A signature stays with the digest for which it was given; nothing takes it away but that the paper becomes void. */
export function evolveSignatures(
  state: CaseState,
  event: EventOf<'document-signed'> | EventOf<'signature-refused'>,
): CaseState {
  if (event.type === 'document-signed') {
    const { type: _, seq: _seq, by, ...signed } = event
    return { ...state, signatures: [...(state.signatures ?? []), { ...signed, by: by ?? '' }] }
  }
  const { type: _, seq: _seq, by, ...refused } = event
  return { ...state, unsigned: [...(state.unsigned ?? []), { ...refused, by: by ?? '' }] }
}
