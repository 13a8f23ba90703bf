import { afterAll, beforeAll } from 'vitest'
import { buildDesk } from '../../src/cli/desk-build.ts'
import { type ClockedHouse, clockedHouse } from './clocked-house.ts'
import { DeskHand } from './desk-hand.ts'
import { servedBy } from './desk-steps.ts'

const DAY = 24 * 60

/** A case on an office whose clock the test moves, worked by people at the screen. */
export class ClockedCase {
  house!: ClockedHouse
  /** Where the case stands once it is registered. */
  address = ''

  /** Opens the office on a day, and closes it behind the last test of the file. */
  constructor(day: string) {
    beforeAll(async () => {
      await buildDesk(() => undefined)
      this.house = await clockedHouse(day)
    })
    afterAll(() => this.house.close())
  }

  /** Days pass; everybody signs in again. */
  later(days: number): void {
    this.house.desk.pass(days * DAY)
  }

  async handOf(login: string): Promise<DeskHand> {
    return new DeskHand(await this.house.pageOf(login))
  }

  /** Somebody who comes back to the case some days later. */
  async back(login: string, days: number): Promise<DeskHand> {
    this.later(days)
    const hand = await this.handOf(login)
    await hand.openCase(this.address)
    return hand
  }

  /** Each of them agrees to what was proposed. */
  async agreed(title: string, ...heads: readonly string[]): Promise<void> {
    for (const head of heads) await (await this.handOf(head)).agree(this.address, title)
  }

  /** Hands over on that day what was made out. */
  async serve(hand: DeskHand, on: string, ...by: readonly string[]): Promise<void> {
    await hand.openCase(this.address)
    await hand.act('登记送达', servedBy(by, on, '当事人住所'))
  }
}
