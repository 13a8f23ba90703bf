// Loaded before the program (`--import`): its machine's clock goes ahead by as many milliseconds as the file says.
import { readFileSync } from 'node:fs'

const Machine = Date
const ahead = () => Number(readFileSync(process.env.CLOCK_AHEAD ?? '', 'utf8'))

globalThis.Date = class extends Machine {
  constructor(...parts: [] | ConstructorParameters<DateConstructor>) {
    super(...((parts.length === 0 ? [Machine.now() + ahead()] : parts) as [number]))
  }
  static override now(): number {
    return Machine.now() + ahead()
  }
} as DateConstructor
