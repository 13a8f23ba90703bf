import { CluesAnswer, CluesQuery } from '#contract/clues.ts'
import { CLUE_READERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readClues } from './clues-queries.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/clues',
    kind: 'json',
    summary: '线索：核查中的、待立案的、已办结的',
    permission: CLUE_READERS,
    audit: 'clue-list',
    input: { query: CluesQuery },
    output: CluesAnswer,
    handle: (ctx, { query }) => readClues(ctx, query),
  }),
]
