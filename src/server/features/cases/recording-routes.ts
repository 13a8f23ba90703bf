import { z } from 'zod'
import { CaseMoved } from '#contract/case-moved.ts'
import {
  AskExceptionInput,
  BindRecordingInput,
  CaseRecordingsAnswer,
  DecideExceptionInput,
  ExplainSceneInput,
  UnbindRecordingInput,
} from '#contract/case-recordings.ts'
import { CASE_READERS, CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { bindRecording } from './bind-recording.ts'
import { readCaseRecordings } from './case-recordings.ts'
import { askException, excuseScene, explainScene, unbindRecording } from './scene-commands.ts'

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
  route({
    method: 'POST',
    path: '/api/cases/:id/recordings/unbindings',
    kind: 'json',
    summary: '解除绑定错了的音像记录',
    permission: CASE_WORKERS,
    audit: 'recording-unbind',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ById, body: UnbindRecordingInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => unbindRecording(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/recordings/exceptions',
    kind: 'json',
    summary: '书面说明应当全程记录而没有音像记录的原因，报机关负责人审批',
    permission: CASE_WORKERS,
    audit: 'scene-exception-ask',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ById, body: AskExceptionInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => askException(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/recordings/exceptions/decisions',
    kind: 'json',
    summary: '机关负责人审批没有音像记录的书面说明',
    permission: CASE_WORKERS,
    audit: 'scene-exception-decide',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ById, body: DecideExceptionInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => excuseScene(ctx, params.id, body),
  }),
]
