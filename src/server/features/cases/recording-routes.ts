import { z } from 'zod'
import { CaseMoved } from '#contract/case-moved.ts'
import { BindRecordingInput, CaseRecordingsAnswer, ExplainSceneInput } from '#contract/case-recordings.ts'
import { CASE_READERS, CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { bindRecording, explainScene } from './bind-recording.ts'
import { readCaseRecordings } from './case-recordings.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })

export const recordingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/cases/:id/recordings',
    kind: 'json',
    summary: '一个案件的音像记录：各记录环节、已绑定的、还没有归集的',
    permission: CASE_READERS,
    audit: 'case-recordings-read',
    input: { params: ById },
    output: CaseRecordingsAnswer,
    handle: (ctx, { params }) => readCaseRecordings(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/recordings',
    kind: 'json',
    summary: '把一份音像记录绑定到记录环节',
    permission: CASE_WORKERS,
    audit: 'recording-bind',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ById, body: BindRecordingInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => bindRecording(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/recordings/explanations',
    kind: 'json',
    summary: '说明原来要归集的音像记录为什么没有',
    permission: CASE_WORKERS,
    audit: 'scene-explain',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ById, body: ExplainSceneInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => explainScene(ctx, params.id, body),
  }),
]
