import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { CaseActionBench } from './case-action.ts'
import { type Figure, median, round } from './figure.ts'
import { startSequencer } from './log.ts'
import { type Office, withOffice } from './office.ts'

const ROUNDS = 5
const ACTIONS_EACH = 100

/** Case actions at 16 connections while leaves are numbered and signed, beside the same with nobody signing, in turn. */
export async function measure(): Promise<Figure[]> {
  return withOffice(async (office) => {
    const bench = await CaseActionBench.start(office)
    try {
      await bench.warmUp()
      return [figureOf(await inTurn(bench, office))]
    } finally {
      await bench.stop()
    }
  })
}

type Rates = { readonly signed: number[]; readonly unsigned: number[] }

async function inTurn(bench: CaseActionBench, office: Office): Promise<Rates> {
  const rates: Rates = { signed: [], unsigned: [] }
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const sequencer = startSequencer(office)
    await untilSigned(office)
    rates.signed.push((await bench.crowd(ACTIONS_EACH)).perSecond)
    sequencer.kill('SIGTERM')
    await once(sequencer, 'close')
    rates.unsigned.push((await bench.crowd(ACTIONS_EACH)).perSecond)
  }
  return rates
}

/** What was left from before is signed first, so that only the round's own leaves are counted. */
async function untilSigned({ owner }: Office): Promise<void> {
  const text = 'SELECT (SELECT count(*) FROM app.leaves) - (SELECT count(*) FROM app.log_entries) AS left'
  while (((await owner.query<{ left: number }>({ text })).rows[0]?.left ?? 0) > 0) await wait(50)
}

function figureOf({ signed, unsigned }: Rates): Figure {
  const [on, off] = [median(signed), median(unsigned)]
  return {
    name: '案件动作，HTTP，16 个连接，边办边签（参照：没有定序器在签）',
    figure: round(on),
    unit: '次/秒',
    yardstick: round(off),
    target: '≥ 95 %',
    held: on >= 0.95 * off,
  }
}

if (import.meta.main) console.table(await measure())
