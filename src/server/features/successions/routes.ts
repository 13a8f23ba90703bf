import { z } from 'zod'
import {
  SuccessionInput,
  SuccessionQuery,
  SuccessionSheet,
  SuccessionsAnswer,
  SuccessionWork,
} from '#contract/successions.ts'
import { SUCCESSION } from '#domain/access/permissions.ts'
import { standingLaw } from '#server/features/cases/index.ts'
import { type Route, route } from '#server/http/route.ts'
import { handOver } from './hand-over.ts'
import { readWork } from './read-work.ts'
import { findPeople } from './succession-scope.ts'
import { listSuccessions, readSheet } from './succession-store.ts'

const Id = z.uuid().toLowerCase()

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/successions',
    kind: 'json',
    summary: '工作交接：可以交接谁的工作，办过的交接',
    permission: SUCCESSION,
    audit: 'successions-listed',
    input: {},
    output: SuccessionsAnswer,
    handle: async (ctx) => ({
      people: [...(await findPeople(ctx.db, { actor: ctx.actor, today: ctx.clock.today() }))],
      made: [...(await listSuccessions(ctx))],
    }),
  }),
  route({
    method: 'GET',
    path: '/api/successions/people/:person',
    kind: 'json',
    summary: '一名人员手上在办的事；指明接手人的，逐件说明能不能移交给他',
    permission: SUCCESSION,
    audit: 'succession-work-read',
    input: { params: z.strictObject({ person: Id }), query: SuccessionQuery },
    output: SuccessionWork,
    handle: async (ctx, { params, query }) => {
      ctx.audit({ subject: `person:${params.person}` })
      const law = await standingLaw(ctx, ctx.actor.agencyId)
      return readWork(ctx, ctx.db, { person: params.person, to: query.to, law })
    },
  }),
  route({
    method: 'POST',
    path: '/api/successions',
    kind: 'json',
    summary: '把一名人员在办的事一次移交给接手人；不能移交的留下并写明理由',
    permission: SUCCESSION,
    audit: 'succession-made',
    status: 201,
    input: { body: SuccessionInput },
    output: SuccessionSheet,
    handle: (ctx, { body }) => handOver(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/successions/:id',
    kind: 'json',
    summary: '工作交接单',
    permission: SUCCESSION,
    audit: 'succession-sheet-read',
    input: { params: z.strictObject({ id: Id }) },
    output: SuccessionSheet,
    handle: (ctx, { params }) => {
      ctx.audit({ subject: `succession:${params.id}` })
      return readSheet(ctx, params.id)
    },
  }),
]
