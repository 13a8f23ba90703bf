import { SEIZURE_FACTS } from '#procedures/seizure-facts.ts'

/** Every check of 强制法第十八条、第二十三条、第二十四条 that is answered yes where the party was there. */
export const STEPS_DONE = {
  'identity-shown': true,
  'party-called': true,
  'party-present': true,
  'rights-told': true,
  'statement-heard': true,
  'other-steps': true,
  'is-related': true,
  'no-necessities': true,
  'not-sealed-before': true,
  'copies-handed': true,
} as const

/** The same as they stand on the screen, by their titles. */
export const STEPS_ON_SCREEN: Readonly<Record<string, boolean>> = Object.fromEntries(
  (Object.keys(STEPS_DONE) as (keyof typeof STEPS_DONE)[]).map((name) => [SEIZURE_FACTS[name].title, true]),
)
