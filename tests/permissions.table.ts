import type { Role } from '#domain/access/permissions.ts'

const CASE_WORKERS = ['handler', 'unit-head', 'reviewer', 'agency-head', 'panel', 'host', 'clerk'] as const
const CASE_READERS = [...CASE_WORKERS, 'archivist'] as const
const INTAKE = ['handler', 'unit-head', 'clerk'] as const

/** Who may call what, written by hand and compared with the server cell by cell. A new endpoint needs a row here. */
export const PERMISSIONS: Readonly<Record<string, 'everyone' | 'signed-in' | readonly Role[]>> = {
  'GET /healthz': 'everyone',
  'GET /readyz': 'everyone',
  'GET /metrics': 'everyone',
  'GET /openapi.json': 'everyone',
  'POST /api/session': 'everyone',
  'GET /api/session': 'signed-in',
  'DELETE /api/session': 'signed-in',
  'GET /api/people': 'signed-in',
  'GET /api/agencies': 'signed-in',
  'GET /api/units': 'signed-in',
  'GET /api/parties': CASE_READERS,
  'POST /api/parties': INTAKE,
  'GET /api/parties/:id': CASE_READERS,
  'PUT /api/parties/:id': INTAKE,
  'GET /api/worklist': CASE_READERS,
  'POST /api/cases': INTAKE,
  'GET /api/cases/:id': CASE_READERS,
  'POST /api/cases/:id/actions/:action': CASE_WORKERS,
  'POST /api/cases/:id/approvals/:proposal': CASE_WORKERS,
  'GET /api/cases/:id/drafts/:run/:action': CASE_WORKERS,
  'PUT /api/cases/:id/drafts/:run/:action': CASE_WORKERS,
  'POST /api/cases/:id/preview': CASE_WORKERS,
  'GET /api/cases/:id/documents/:document/file': CASE_READERS,
  'GET /api/cases/:id/receipts/:seq': CASE_READERS,
  'GET /api/cases/:id/receipts/:seq/content': CASE_READERS,
  'GET /api/cases/:id/documents/:document/receipt': CASE_READERS,
  'GET /api/reviews': ['reviewer'],
  'GET /api/violations': CASE_READERS,
  'GET /api/violations/:id': CASE_READERS,
  'GET /api/disclosures': CASE_READERS,
  'POST /api/disclosures/:id/withhold': ['unit-head', 'agency-head'],
  'POST /api/disclosures/:id/release': ['unit-head', 'agency-head'],
  'POST /api/uploads': CASE_WORKERS,
  'HEAD /api/uploads/:id': CASE_WORKERS,
  'PATCH /api/uploads/:id': CASE_WORKERS,
  'DELETE /api/uploads/:id': CASE_WORKERS,
  'GET /api/evidence/:id/content': CASE_READERS,
}
