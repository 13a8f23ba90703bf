import { isDeepStrictEqual } from 'node:util'
import type { CaseEvent } from '#domain/case/event.ts'
import { fold } from '#domain/case/evolve.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Context } from '#server/context.ts'

export type RefoldReport = { readonly cases: number; readonly differing: readonly string[] }
type Row = { readonly id: string; readonly state: CaseState; readonly events: readonly CaseEvent[] }

/** Folds the events of every case anew and compares with what is stored; ids of the cases that differ. */
export async function compareRefold(ctx: Pick<Context, 'db'>): Promise<RefoldReport> {
  const differing: string[] = []
  let cases = 0
  for await (const page of pages(ctx)) {
    cases += page.length
    differing.push(...page.filter(isDiffering).map(({ id }) => id))
  }
  return { cases, differing }
}

async function* pages({ db }: Pick<Context, 'db'>): AsyncGenerator<readonly Row[]> {
  let after: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (after !== undefined) {
    const page: readonly Row[] = (await db.query<Row>({ ...PAGE_AFTER, values: [after] })).rows
    yield page
    after = page.at(-1)?.id
  }
}

const PAGE_AFTER = {
  name: 'refold-page',
  text: `SELECT c.id, c.state, (SELECT jsonb_agg(e.body ORDER BY e.seq) FROM app.events e WHERE e.case_id = c.id) AS events
    FROM app.cases c WHERE c.id > $1 ORDER BY c.id LIMIT 200`,
}

function isDiffering({ state, events }: Row): boolean {
  return !isDeepStrictEqual(asJson(fold(events ?? [])), state)
}

/** As JSON keeps it: without what is undefined. */
function asJson(state: CaseState | undefined): unknown {
  return state === undefined ? undefined : JSON.parse(JSON.stringify(state))
}
