import { afterAll, beforeAll } from 'vitest'
import { buildDesk } from '../../src/cli/desk-build.ts'
import { type ClockedHouse, clockedHouse } from './clocked-house.ts'
import type { Caller } from './desk.ts'
import { DeskHand } from './desk-hand.ts'
import { PenaltyRoad } from './penalty-road.ts'

const DAY = 24 * 60

/** A case on an office with a movable clock whose decision was delivered on the 10th of March 2026, and nothing is paid. */
export class UnpaidFine {
  house!: ClockedHouse
  road!: PenaltyRoad<Caller>

  constructor() {
    beforeAll(async () => {
      await buildDesk(() => undefined)
      this.house = await clockedHouse('2026-03-10T02:00:00Z')
      this.road = await PenaltyRoad.open(this.house.desk)
      for (const step of ['file', 'investigate', 'notify', 'draft', 'review', 'decide', 'deliver'] as const)
        await this.road[step]()
      await this.road.take('lin', 'begin-performance')
    })
    afterAll(() => this.house.close())
  }

  get address(): string {
    return `${this.house.address}/cases/${this.road.id}`
  }

  /** Days pass; everybody signs in again. */
  later(days: number): void {
    this.house.desk.pass(days * DAY)
    this.road.signInAgain()
  }

  async handOf(login: string): Promise<DeskHand> {
    return new DeskHand(await this.house.pageOf(login))
  }
}
