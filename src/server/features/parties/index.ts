export { registerParty } from './register-party.ts'
