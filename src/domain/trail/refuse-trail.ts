import type { Role } from '../access/permissions.ts'
import { SECRECY_BASIS } from '../access-request/basis.ts'
import type { Refusal } from '../case/refusal.ts'

export const TRAIL_KINDS = ['case', 'document', 'recording', 'upload', 'party', 'access', 'dossier', 'person'] as const
export type TrailKind = (typeof TRAIL_KINDS)[number]
export type TrailSubject = { readonly kind: TrailKind; readonly id: string }

/** `case:<id>`; undefined for what has no trail. */
export function parseSubject(text: string): TrailSubject | undefined {
  const match = /^([a-z]+):([0-9a-f-]{36})$/.exec(text)
  const kind = TRAIL_KINDS.find((each) => each === match?.[1])
  return kind && match?.[2] ? { kind, id: match[2] } : undefined
}

export const subjectText = ({ kind, id }: TrailSubject): string => `${kind}:${id}`

type Reader = { readonly id: string; readonly roles: readonly Role[] }

/**
 * Why somebody may not read this trail: everybody reads their own, the audit administrator that of any person, head and
 * archivist those of what belongs to the agency (whether it does is asked before).
 */
export function refuseTrail({ id, roles }: Reader, subject: TrailSubject): Refusal | undefined {
  if (subject.kind === 'person') {
    if (subject.id === id || roles.includes('audit-admin')) return undefined
    return refusal('别人的操作记录由审计管理员查看；您可以看自己的')
  }
  if (roles.includes('agency-head') || roles.includes('archivist')) return undefined
  return refusal('案件、文书和音像的操作记录由机关负责人和档案管理员查看')
}

function refusal(sentence: string): Refusal {
  return { gate: 'role', basis: SECRECY_BASIS, sentence }
}
