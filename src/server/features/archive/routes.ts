import { z } from 'zod'
import {
  ArchiveAnswer,
  ArchiveDetail,
  ArchiveQuery,
  DossierAnswer,
  DossierMoved,
  HandOverInput,
  MyDossiers,
  ReturnDossierInput,
  SupplementInput,
} from '#contract/archive.ts'
import { CaseMoved } from '#contract/case-moved.ts'
import { ARCHIVISTS, CASE_READERS, CASE_WORKERS } from '#domain/access/permissions.ts'
import { type Route, route } from '#server/http/route.ts'
import { listArchive, listMyDossiers } from './archive-queries.ts'
import { handOver } from './hand-over.ts'
import { readArchiveDetail } from './read-archive-detail.ts'
import { readDossier } from './read-dossier.ts'
import { readPackage, readPaper } from './read-package.ts'
import { readVolume } from './read-volume.ts'
import { returnDossier } from './return-dossier.ts'
import { sealDossier } from './seal-dossier.ts'
import { supplementDossier } from './supplement-dossier.ts'

const ById = z.strictObject({ id: z.uuid().toLowerCase() })
const ByPaper = z.strictObject({
  id: z.uuid().toLowerCase(),
  paper: z.string().regex(/^[a-z][a-z-]{0,40}$/, '文件名称不对'),
})

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/cases/:id/dossier',
    kind: 'json',
    summary: '案卷：卷内目录、还缺什么、移交到了哪里',
    permission: CASE_READERS,
    audit: 'dossier-read',
    input: { params: ById },
    output: DossierAnswer,
    handle: (ctx, { params }) => readDossier(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/cases/:id/dossier',
    kind: 'json',
    summary: '移交案卷；If-Match 是案卷的版本，第一次为 0',
    permission: CASE_WORKERS,
    audit: 'dossier-hand-over',
    ifMatch: 'required',
    input: { params: ById, body: HandOverInput },
    output: DossierMoved,
    handle: (ctx, { params, body }) => handOver(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/cases/:id/dossier/volume',
    kind: 'stream',
    summary: '装订本：封面、目录、编了页号的全部材料、备考表（PDF）',
    permission: CASE_READERS,
    audit: 'volume-view',
    input: { params: ById },
    handle: (ctx, { params }) => readVolume(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/dossiers',
    kind: 'json',
    summary: '我承办的、办结了还没有移交的案卷，和退回来的案卷',
    permission: CASE_WORKERS,
    audit: 'none:只列本人要移交的案卷',
    input: {},
    output: MyDossiers,
    handle: (ctx) => listMyDossiers(ctx),
  }),
  route({
    method: 'GET',
    path: '/api/archive',
    kind: 'json',
    summary: '归档：待接收、未移交、已封存',
    permission: ARCHIVISTS,
    audit: 'archive-list',
    input: { query: ArchiveQuery },
    output: ArchiveAnswer,
    handle: (ctx, { query }) => listArchive(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/archive/:id',
    kind: 'json',
    summary: '一个案卷：目录、四性检测、经过、归档包',
    permission: ARCHIVISTS,
    audit: 'archive-read',
    input: { params: ById },
    output: ArchiveDetail,
    handle: (ctx, { params }) => readArchiveDetail(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/archive/:id/return',
    kind: 'json',
    summary: '退回案卷，写明理由',
    permission: ARCHIVISTS,
    audit: 'dossier-return',
    ifMatch: 'required',
    input: { params: ById, body: ReturnDossierInput },
    output: DossierMoved,
    handle: (ctx, { params, body }) => returnDossier(ctx, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/api/archive/:id/seal',
    kind: 'json',
    summary: '接收并封存案卷，编归档号',
    permission: ARCHIVISTS,
    audit: 'dossier-seal',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ById },
    output: CaseMoved,
    handle: (ctx, { params }) => sealDossier(ctx, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/archive/:id/supplements',
    kind: 'json',
    summary: '补充归档：另成一包，写明前一包的摘要',
    permission: ARCHIVISTS,
    audit: 'dossier-supplement',
    idempotency: 'own',
    ifMatch: 'required',
    input: { params: ById, body: SupplementInput },
    output: CaseMoved,
    handle: (ctx, { params, body }) => supplementDossier(ctx, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/api/archive/packages/:id/file',
    kind: 'stream',
    summary: '归档包（tar，内为 BagIt 1.0 文件夹）',
    permission: ARCHIVISTS,
    audit: 'package-download',
    input: { params: ById },
    handle: (ctx, { params }) => readPackage(ctx, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/archive/packages/:id/papers/:paper',
    kind: 'stream',
    summary: '案卷封面、卷内目录、备考表、四性检测报告（PDF）',
    permission: ARCHIVISTS,
    audit: 'package-paper-view',
    input: { params: ByPaper },
    handle: (ctx, { params }) => readPaper(ctx, params.id, params.paper),
  }),
]
