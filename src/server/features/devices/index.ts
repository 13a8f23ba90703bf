export { findDeviceOn, isOwnPerson } from './devices-queries.ts'
export { insertDevice, noteHolding } from './devices-store.ts'
export { registerDevice } from './register-device.ts'
