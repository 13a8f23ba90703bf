import { type RoadDesk, roadAt } from './case-road.ts'
import { SEVEN_POINTS } from './penalty-steps.ts'

/** The reviewer of the market bureau finds nothing wrong with what was handed in. */
export async function reviewPassed(desk: RoadDesk, address: string): Promise<void> {
  const road = await roadAt(desk, address, 'wu')
  await road.take('wu', 'pass', { case: SEVEN_POINTS })
}
