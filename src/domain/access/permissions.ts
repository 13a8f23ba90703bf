export const ROLES = [
  'handler',
  'unit-head',
  'reviewer',
  'agency-head',
  'panel',
  'host',
  'clerk',
  'archivist',
  'storekeeper',
  'supervisor',
  'liaison',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const
export type Role = (typeof ROLES)[number]

/** Who may call an endpoint at all; what they may do to one case is decided by its procedure. */
export type RolePermission = { readonly anyRole: readonly Role[] }
export type Permission = 'public' | 'signed-in' | RolePermission

export const anyRole = (...roles: readonly Role[]): RolePermission => ({ anyRole: roles })

/** Roles that take part in a case; supervisors and the three administrators do not. */
export const CASE_WORKERS = anyRole(
  'handler',
  'unit-head',
  'reviewer',
  'agency-head',
  'panel',
  'host',
  'clerk',
  'storekeeper',
)
export const CASE_READERS = anyRole(
  'handler',
  'unit-head',
  'reviewer',
  'agency-head',
  'panel',
  'host',
  'clerk',
  'archivist',
  'storekeeper',
)
/** The register of parties is also for those who supervise the agencies of a region. */
export const PARTY_READERS = anyRole(...CASE_READERS.anyRole, 'supervisor')
/** Those who may open a case or an application and enter a party. */
export const INTAKE = anyRole('handler', 'unit-head', 'clerk')
/** Those who confirm that two entries of the register are one party, and undo it. */
export const MERGE_CONFIRMERS = anyRole('unit-head', 'agency-head')
/** Who sees what was told to the agency and may become a case. */
export const CLUE_READERS = anyRole('handler', 'unit-head', 'agency-head', 'clerk')
export const HANDLERS = anyRole('handler', 'unit-head')
export const REVIEWERS = anyRole('reviewer')
export const HEADS = anyRole('agency-head', 'panel')
export const ARCHIVISTS = anyRole('archivist')
export const LOAN_READERS = anyRole('archivist', 'agency-head')
/** Of what belongs to the agency; people have their own rule (`domain/trail/refuse-trail.ts`). */
export const TRAIL_READERS = anyRole('archivist', 'agency-head')
/** Those who keep the devices of their agency. */
export const EQUIPMENT = anyRole('unit-head', 'agency-head')
/** Who sees what is in the store: the keeper, those who bring things and those who answer for them. */
export const CUSTODY_READERS = anyRole('storekeeper', 'handler', 'unit-head', 'agency-head')
/** Who takes in what the bank tells of payments: not those who fine (处罚法第六十七条第一款). */
export const CASHIERS = anyRole('clerk', 'unit-head', 'agency-head')
/** Those who hand the open work of an officer over to others: the head of the unit within it, the head of the agency everywhere. */
export const SUCCESSION = anyRole('unit-head', 'agency-head')
/** Who sees what is registered of the own agency. */
export const AGENCY_READERS = anyRole(...CASE_READERS.anyRole, 'system-admin')
/** Who registers it: the administrator of the agency, and its head, since a small one has no administrator of its own. */
export const AGENCY_KEEPERS = anyRole('system-admin', 'agency-head')
/** Those who look at what people did. */
export const AUDITORS = anyRole('audit-admin')
/** Police, procuratorate and supervisory body, each in its own office, over the transfers of its region. */
export const LIAISONS = anyRole('liaison')
export const SUPERVISORS = anyRole('supervisor')

/** True when somebody with these roles may call; `undefined` means nobody is signed in. */
export function isPermitted(permission: Permission, roles: readonly Role[] | undefined): boolean {
  if (permission === 'public') return true
  if (roles === undefined) return false
  if (permission === 'signed-in') return true
  return roles.some((role) => permission.anyRole.includes(role))
}
