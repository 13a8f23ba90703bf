import { z } from 'zod'
import { CaseMoved } from '#contract/case-moved.ts'
import { RefusalInput, SignatureInput, SigningAnswer } from '#contract/signing.ts'
import { CASE_READERS, CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { readPage, readSignedCopy } from './read-pages.ts'
import { readSigning } from './read-signing.ts'
import { refuseSignature, signDocument } from './sign-document.ts'

const Id = z.uuid().toLowerCase()
const ByDocument = z.strictObject({ id: Id, document: Id })
const ByPage = z.strictObject({ id: Id, document: Id, page: z.coerce.number().int().min(1).max(2000) })

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/cases/:id/documents/:document/signing',
    kind: 'json',
    summary: '一份文书的签名：谁签了、谁拒签、还缺谁',
    permission: CASE_WORKERS,
    audit: 'signing-open',
    input: { params: ByDocument },
    output: SigningAnswer,
    handle: (ctx, { params }) => readSigning(ctx, params),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/documents/:document/pages/:page',
    kind: 'stream',
    summary: '给签名人看的文书的一页',
    permission: CASE_WORKERS,
    audit: 'document-view',
    input: { params: ByPage },
    handle: (ctx, { params }) => readPage(ctx, params),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/documents/:document/signatures',
    kind: 'json',
    summary: '在文书上签名：签的是给签名人看的那个文件的摘要',
    permission: CASE_WORKERS,
    audit: 'document-sign',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ByDocument, body: SignatureInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => signDocument(ctx, params, body),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/documents/:document/signature-refusals',
    kind: 'json',
    summary: '记下拒绝签名：理由，见证人或者音像记录',
    permission: CASE_WORKERS,
    audit: 'signature-refuse',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ByDocument, body: RefusalInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => refuseSignature(ctx, params, body),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/documents/:document/signed',
    kind: 'stream',
    summary: '签名件：原文书加上签名和签名页',
    permission: CASE_READERS,
    audit: 'signed-paper-view',
    input: { params: ByDocument },
    handle: (ctx, { params }) => readSignedCopy(ctx, params),
  }),
]
