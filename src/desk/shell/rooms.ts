import {
  AGENCY_READERS,
  ARCHIVISTS,
  AUDITORS,
  anyRole,
  CASE_READERS,
  CASE_WORKERS,
  CASHIERS,
  CLUE_READERS,
  CUSTODY_READERS,
  HEADS,
  LIAISONS,
  PARTY_READERS,
  type Permission,
  REVIEWERS,
  SUCCESSION,
} from '#domain/access/permissions.ts'

export type Room = {
  readonly to:
    | '/'
    | '/reviews'
    | '/panels'
    | '/clues'
    | '/disclosures'
    | '/prints'
    | '/recordings'
    | '/custody'
    | '/payments'
    | '/catalogue'
    | '/access'
    | '/licences'
    | '/parties'
    | '/archive'
    | '/transfers'
    | '/successions'
    | '/agency'
    | '/trail'
  readonly title: string
  readonly permission: Permission
  /** Addresses that belong to the room besides its own. */
  readonly prefix: string
}

/** The rooms of the left rail; those that a person may not enter are not shown. */
export const ROOMS: readonly Room[] = [
  { to: '/', title: '案件', permission: CASE_READERS, prefix: '/cases' },
  { to: '/clues', title: '线索', permission: CLUE_READERS, prefix: '/clues' },
  { to: '/reviews', title: '审核', permission: REVIEWERS, prefix: '/reviews' },
  { to: '/panels', title: '讨论', permission: HEADS, prefix: '/panels' },
  {
    to: '/disclosures',
    title: '公示',
    permission: anyRole('handler', 'unit-head', 'agency-head'),
    prefix: '/disclosures',
  },
  { to: '/prints', title: '打印', permission: CASE_WORKERS, prefix: '/prints' },
  { to: '/recordings', title: '音像', permission: CASE_READERS, prefix: '/recordings' },
  { to: '/custody', title: '物品', permission: CUSTODY_READERS, prefix: '/custody' },
  { to: '/licences', title: '许可', permission: CASE_READERS, prefix: '/licences' },
  { to: '/catalogue', title: '事项', permission: CASE_READERS, prefix: '/catalogue' },
  { to: '/payments', title: '缴款', permission: CASHIERS, prefix: '/payments' },
  { to: '/access', title: '调阅', permission: CASE_READERS, prefix: '/access' },
  { to: '/archive', title: '归档', permission: ARCHIVISTS, prefix: '/archive' },
  { to: '/transfers', title: '移送', permission: LIAISONS, prefix: '/transfers' },
  { to: '/parties', title: '当事人', permission: PARTY_READERS, prefix: '/parties' },
  { to: '/successions', title: '交接', permission: SUCCESSION, prefix: '/successions' },
  { to: '/agency', title: '机关', permission: AGENCY_READERS, prefix: '/agency' },
  { to: '/trail', title: '审计', permission: AUDITORS, prefix: '/trail' },
]
