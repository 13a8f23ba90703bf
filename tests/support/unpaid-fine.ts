import { beforeAll } from 'vitest'
import { ClockedCase } from './clocked-case.ts'
import type { Caller } from './desk.ts'
import { PenaltyRoad } from './penalty-road.ts'

/** A case on an office with a movable clock whose decision was delivered on the 10th of March 2026, and nothing is paid. */
export class UnpaidFine extends ClockedCase {
  road!: PenaltyRoad<Caller>

  constructor() {
    super('2026-03-10T02:00:00Z')
    beforeAll(async () => {
      this.road = await PenaltyRoad.open(this.house.desk)
      for (const step of ['file', 'investigate', 'notify', 'draft', 'review', 'decide', 'deliver'] as const)
        await this.road[step]()
      await this.road.take('lin', 'begin-performance')
      this.address = `${this.house.address}/cases/${this.road.id}`
    })
  }

  override later(days: number): void {
    super.later(days)
    this.road.signInAgain()
  }
}
