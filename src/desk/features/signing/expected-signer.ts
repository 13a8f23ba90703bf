import type { SigningAnswer } from '#contract/signing.ts'
import type { Stroke } from '#domain/signing/strokes.ts'

/** The party of a paper that is of one alone. */
export function onlyParty({ parties }: SigningAnswer): SigningAnswer['parties'][number] | undefined {
  return parties.length === 1 ? parties[0] : undefined
}

/** Whom one expects to sign for the party: whom the paper names, else who represents the only party. */
export function expectedName(answer: SigningAnswer): string {
  return answer.named ?? onlyParty(answer)?.signer ?? ''
}

/** Strokes as they are sent. */
export function sentStrokes(strokes: readonly Stroke[]): { d: string; ms: number[] }[] {
  return strokes.map(({ d, ms }) => ({ d, ms: [...ms] }))
}
