export { findDeviceOn, isOwnPerson } from './devices-queries.ts'
