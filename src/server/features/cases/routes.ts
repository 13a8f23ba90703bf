import { z } from 'zod'
import { CaseMoved } from '#contract/case-moved.ts'
import {
  ActionInput,
  ApprovalInput,
  CaseAnswer,
  DraftAnswer,
  DraftInput,
  MergeableAnswer,
  MergeableQuery,
  OpenCaseInput,
  PreviewInput,
  VoidAnswerInput,
  VoidInput,
} from '#contract/cases.ts'
import { FilingsAnswer } from '#contract/filings.ts'
import { HintsAnswer } from '#contract/hints.ts'
import { WorklistAnswer, WorklistQuery } from '#contract/worklists.ts'
import { CASE_READERS, CASE_WORKERS, INTAKE } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { answerProposal } from './answer-proposal.ts'
import { readDocumentDocx } from './document-docx.ts'
import { readDocumentFile } from './document-file.ts'
import { readDraftPaper } from './draft-paper.ts'
import { readDraft, saveDraft } from './drafts.ts'
import { readFilings } from './filings-elsewhere.ts'
import { readMergeable } from './mergeable-queries.ts'
import { openCase } from './open-case.ts'
import { performAction } from './perform-action.ts'
import { previewDocument } from './preview-documents.ts'
import { readCase } from './read-case.ts'
import { readHints } from './read-hints.ts'
import { answerVoid, askVoid } from './void-papers.ts'
import { readWorklist } from './worklist-queries.ts'

const Name = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, '操作名称不对，请刷新页面')
/** In small letters, as the record keeps them. */
const Id = z.uuid().toLowerCase()
const ById = z.strictObject({ id: Id })
const ByAction = z.strictObject({ id: Id, action: Name })
const ByProposal = z.strictObject({ id: Id, proposal: Id })
const ByDocument = z.strictObject({ id: Id, document: Id })
const ByRun = z.strictObject({ id: Id, run: z.string().min(1).max(60) })
const ByDraft = z.strictObject({ id: Id, run: z.string().min(1).max(60), action: Name })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/worklist',
    kind: 'json',
    summary: '待办：该我办、快到期、已逾期、被退回、全部',
    permission: CASE_READERS,
    audit: 'none:只列本人待办',
    input: { query: WorklistQuery },
    output: WorklistAnswer,
    handle: (ctx, { query }) => readWorklist(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/api/cases',
    kind: 'json',
    summary: '登记案件或者申请',
    permission: INTAKE,
    audit: 'case-open',
    idempotency: 'own',
    status: 201,
    input: { body: OpenCaseInput },
    output: CaseMoved,
    handle: (ctx, { body }) => openCase(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/hints',
    kind: 'json',
    summary: '办案提示要查的：规定的各个版本、免罚清单、裁量档次、当事人以前的处罚',
    permission: CASE_READERS,
    audit: 'case-hints',
    input: { params: ById },
    output: HintsAnswer,
    handle: (ctx, { params }) => readHints(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id',
    kind: 'json',
    summary: '一个案件：现状、经过、文书、现在能办的事',
    permission: CASE_READERS,
    audit: 'case-read',
    input: { params: ById },
    output: CaseAnswer,
    handle: (ctx, { params }) => readCase(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/mergeable',
    kind: 'json',
    summary: '本案可以并入的案件',
    permission: CASE_WORKERS,
    audit: 'mergeable-list',
    input: { params: ById, query: MergeableQuery },
    output: MergeableAnswer,
    handle: (ctx, { params, query }) => readMergeable(ctx, params.id, query),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/filings',
    kind: 'json',
    summary: '其他机关对同一当事人的同一违法行为的立案：只有机关和日期',
    permission: CASE_READERS,
    audit: 'case-filings-read',
    input: { params: ById },
    output: FilingsAnswer,
    handle: (ctx, { params }) => readFilings(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/actions/:action',
    kind: 'json',
    summary: '办理或者报批程序中的一步',
    permission: CASE_WORKERS,
    audit: 'case-action',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ByAction, body: ActionInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => performAction(ctx, params.id, params.action, body),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/approvals/:proposal',
    kind: 'json',
    summary: '审批：同意、退回、转交、撤回、催办、送会签、会签、收回会签',
    permission: CASE_WORKERS,
    audit: 'case-approval',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ByProposal, body: ApprovalInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => answerProposal(ctx, params.id, params.proposal, body),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/drafts/:run/:action',
    kind: 'json',
    summary: '未提交的表单草稿',
    permission: CASE_WORKERS,
    audit: 'none:草稿只有本案人员看到',
    input: { params: ByDraft },
    output: DraftAnswer,
    handle: (ctx, { params }) => readDraft(ctx, params),
  }),
  route({
    method: 'PUT',
    path: '/api/cases/:id/drafts/:run/:action',
    kind: 'json',
    summary: '保存表单草稿；别人改过的不覆盖',
    permission: CASE_WORKERS,
    audit: 'draft-save',
    ifMatch: 'required',
    input: { params: ByDraft, body: DraftInput },
    output: DraftAnswer,
    handle: (ctx, { params, body }) => saveDraft(ctx, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/preview',
    kind: 'stream',
    summary: '按已填内容预览文书；不保存',
    permission: CASE_WORKERS,
    audit: 'document-preview',
    idempotency: 'exempt:只排版，不保存',
    input: { params: ById, body: PreviewInput },
    handle: (ctx, { params, body }) => previewDocument(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/runs/:run/draft-paper',
    kind: 'stream',
    summary: '待审核、待讨论的决定按现在的拟稿排出来的样子；不编号，不保存',
    permission: CASE_WORKERS,
    audit: 'draft-paper-view',
    input: { params: ByRun, query: z.strictObject({ party: Id.optional() }) },
    handle: (ctx, { params, query }) => readDraftPaper(ctx, { caseId: params.id, run: params.run, party: query.party }),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/documents/:document/file',
    kind: 'stream',
    summary: '文书 PDF',
    permission: CASE_READERS,
    audit: 'document-view',
    input: { params: ByDocument },
    handle: (ctx, { params }) => readDocumentFile(ctx, params.id, params.document),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/documents/:document/void',
    kind: 'json',
    summary: '作废做错了、还没有送达的文书；经过审批的报审批人同意',
    permission: CASE_WORKERS,
    audit: 'document-void',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ByDocument, body: VoidInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => askVoid(ctx, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/documents/:document/void/answer',
    kind: 'json',
    summary: '审批人同意或者不同意文书作废',
    permission: CASE_WORKERS,
    audit: 'document-void-answer',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ByDocument, body: VoidAnswerInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => answerVoid(ctx, params, body),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/documents/:document/docx',
    kind: 'stream',
    summary: '文书的可编辑副本（Word）',
    permission: CASE_READERS,
    audit: 'document-docx',
    input: { params: ByDocument },
    handle: (ctx, { params }) => readDocumentDocx(ctx, params.id, params.document),
  }),
]
