import { z } from 'zod'
import { PanelsAnswer } from '#contract/panels.ts'
import { HEADS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readPanels } from './panels-queries.ts'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/panels',
    kind: 'json',
    summary: '等待机关负责人集体讨论的案件，先提请的在前',
    permission: HEADS,
    audit: 'panel-queue',
    input: { query: z.strictObject({}) },
    output: PanelsAnswer,
    handle: (ctx) => readPanels(ctx),
  }),
]
