import { queryOptions } from '@tanstack/react-query'
import type { CaseMoved } from '#contract/case-moved.ts'
import type {
  AskExceptionInput,
  BindRecordingInput,
  CaseRecordingsAnswer,
  DecideExceptionInput,
  ExplainSceneInput,
  UnbindRecordingInput,
} from '#contract/case-recordings.ts'
import { read, type SendOptions, send } from '../request.ts'
import { caseKey } from './case-query.ts'

const base = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}/recordings`

/** The scenes of a case; read anew together with the case. */
export const caseRecordingsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'recordings'],
    queryFn: ({ signal }) => read<CaseRecordingsAnswer>(base(caseId), signal),
    staleTime: 5_000,
  })

export function bindRecording(caseId: string, input: BindRecordingInput, options: SendOptions): Promise<CaseMoved> {
  return send<CaseMoved>('POST', base(caseId), input, options)
}

export function explainScene(caseId: string, input: ExplainSceneInput, options: SendOptions): Promise<CaseMoved> {
  return send<CaseMoved>('POST', `${base(caseId)}/explanations`, input, options)
}

export function unbindRecording(caseId: string, input: UnbindRecordingInput, options: SendOptions): Promise<CaseMoved> {
  return send<CaseMoved>('POST', `${base(caseId)}/unbindings`, input, options)
}

export function askException(caseId: string, input: AskExceptionInput, options: SendOptions): Promise<CaseMoved> {
  return send<CaseMoved>('POST', `${base(caseId)}/exceptions`, input, options)
}

export function decideException(caseId: string, input: DecideExceptionInput, options: SendOptions): Promise<CaseMoved> {
  return send<CaseMoved>('POST', `${base(caseId)}/exceptions/decisions`, input, options)
}
