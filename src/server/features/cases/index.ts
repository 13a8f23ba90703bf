export { forgetStandingLaw } from './standing-law.ts'
