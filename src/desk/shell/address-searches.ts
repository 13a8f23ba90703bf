import type { ACCESS_TABS } from '#contract/access.ts'
import type { ArchiveQuery } from '#contract/archive.ts'
import type { CluesQuery } from '#contract/clues.ts'
import type { DisclosureRow } from '#contract/disclosures.ts'
import type { PrintTab } from '#contract/prints.ts'
import type { LicenceStanding } from '#domain/licence/licence.ts'
import { TABS, type Tab } from '../lib/worklist-tabs.ts'

/** Written out, since importing the contract would put its checker into every page. */
export const DISCLOSURES_BY = [
  'due',
  'prepared',
  'published',
  'withheld',
  'withdrawn',
  'expired',
] as const satisfies readonly DisclosureRow['state'][]

export const RECORDINGS_BY = ['all', 'unbound', 'late', 'doubtful'] as const
export type RecordingTab = (typeof RECORDINGS_BY)[number]
export type RecordingSearch = {
  only?: RecordingTab | undefined
  device?: string | undefined
  officer?: string | undefined
  on?: string | undefined
}

/** The parameters of an address that are texts, of these names. */
export function textsOf(search: Record<string, unknown>, names: readonly string[]): Record<string, string> {
  const given = names.filter((name) => typeof search[name] === 'string' && search[name] !== '')
  return Object.fromEntries(given.map((name) => [name, String(search[name])]))
}
export type AskedFor = { case?: string | undefined; recording?: string | undefined; follows?: string | undefined }
export type LetterOf = {
  letter?: string | undefined
  person?: string | undefined
  role?: string | undefined
  kind?: string | undefined
}
export type TrailOf = { subject?: string | undefined; from?: string | undefined; until?: string | undefined }
export type AccessTab = (typeof ACCESS_TABS)[number] | 'loans'
export const ACCESS_BY = [
  'mine',
  'endorse',
  'approve',
  'open',
  'ended',
  'loans',
] as const satisfies readonly AccessTab[]

export const ARCHIVE_BY = ['waiting', 'not-handed-over', 'sealed'] as const satisfies readonly ArchiveQuery['list'][]

export const LICENCES_BY = [
  'valid',
  'ending',
  'deemed-renewed',
  'expired',
  'withdrawn',
  'revoked',
  'cancelled',
] as const satisfies readonly LicenceStanding[]

export function licencesSearch({ standing }: Record<string, unknown>): { standing?: LicenceStanding | undefined } {
  const known = LICENCES_BY.find((each) => each === standing)
  return known ? { standing: known } : {}
}

export function recordingsSearch(search: Record<string, unknown>): RecordingSearch {
  const only = RECORDINGS_BY.find((each) => each === search.only)
  return { ...(only && { only }), ...textsOf(search, ['device', 'officer', 'on']) }
}

export function newCaseSearch(search: Record<string, unknown>): {
  procedure?: string | undefined
  from?: string | undefined
  violation?: string | undefined
  item?: string | undefined
  licence?: string | undefined
} {
  return textsOf(search, ['procedure', 'from', 'violation', 'item', 'licence'])
}

export function caseSearch(search: Record<string, unknown>): { act?: string | undefined; show?: string | undefined } {
  return {
    ...(typeof search.act === 'string' ? { act: search.act } : {}),
    ...(typeof search.show === 'string' ? { show: search.show } : {}),
  }
}

/** The act that is open beside the draft. */
export function actSearch({ act }: Record<string, unknown>): { act?: string | undefined } {
  return typeof act === 'string' ? { act } : {}
}

export function noticesSearch({ only }: Record<string, unknown>): { only?: 'unread' | 'all' | undefined } {
  return only === 'all' || only === 'unread' ? { only } : {}
}

const PAYMENTS_BY = ['waiting', 'booked', 'aside', 'files'] as const

export function paymentsSearch({ tab }: Record<string, unknown>): { tab?: (typeof PAYMENTS_BY)[number] | undefined } {
  const known = PAYMENTS_BY.find((each) => each === tab)
  return known === undefined ? {} : { tab: known }
}

export function worklistSearch({ tab, text }: Record<string, unknown>): {
  tab?: Tab | undefined
  text?: string | undefined
} {
  const known = TABS.find((each) => each === tab)
  return { ...(known && { tab: known }), ...(typeof text === 'string' && text !== '' && { text }) }
}

const CLUES_BY = ['open', 'waiting', 'ended', 'all'] as const satisfies readonly CluesQuery['tab'][]

export function cluesSearch({ tab }: Record<string, unknown>): { tab?: CluesQuery['tab'] | undefined } {
  const known = CLUES_BY.find((each) => each === tab)
  return known === undefined ? {} : { tab: known }
}

const PRINTS_BY = ['mine', 'all', 'printed'] as const satisfies readonly PrintTab[]

export function printsSearch(search: Record<string, unknown>): {
  tab?: PrintTab | undefined
  kind?: string | undefined
} {
  const known = PRINTS_BY.find((each) => each === search.tab)
  return { ...(known && { tab: known }), ...textsOf(search, ['kind']) }
}
