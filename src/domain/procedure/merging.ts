import type { DocumentCode } from './definition.ts'

/**
 * The case goes over into another one of the agency under the same procedure (并案): its parties and acts go on there, and here goes
 * on only what has begun inside it.
 */
export type Joining<S extends string = string, F extends string = string, C extends string = string> = {
  /** The fact by which papers name the other case. */
  readonly as: F
  /** Stages at which a case may take another one in. */
  readonly at: readonly S[]
  /** Of these clocks the earlier last day counts from then on. */
  readonly clocks: readonly C[]
  /** Papers after which it is too late, here and there. */
  readonly before?: readonly DocumentCode[]
  /** Procedures inside the case that must have come to their end. */
  readonly settled?: readonly string[]
}

/** Some acts go on in a new case (分案), with the parties whose acts they are; it stands where this one stands. */
export type Splitting<F extends string = string, C extends string = string> = {
  /** Of each act, whether it goes; the name of the new case; the evidence that it needs as well. */
  readonly acts: F
  readonly name: F
  readonly evidence: F
  /** Clocks that go on there with the last day that they have here. */
  readonly clocks: readonly C[]
  /** Papers of the new case. */
  readonly issues: readonly DocumentCode[]
  readonly before?: readonly DocumentCode[]
  readonly settled?: readonly string[]
}
