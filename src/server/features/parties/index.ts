export { unionOf } from './merges-store.ts'
export { registerParty } from './register-party.ts'
