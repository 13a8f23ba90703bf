/** What stands on the sheet of one party, in the order of the filters. */
export const PARTY_LINE_KINDS = ['case', 'document', 'recording', 'thing', 'licence', 'disclosure'] as const
export type PartyLineKind = (typeof PARTY_LINE_KINDS)[number]
export const PARTY_LINE_TITLES: Readonly<Record<PartyLineKind, string>> = {
  case: '案件',
  document: '文书',
  recording: '音像',
  thing: '涉案物品',
  licence: '许可',
  disclosure: '公示',
}

/** `990102` covers itself and what lies below it; a city (`990100`) covers its counties. */
export function coveredBy(regionCode: string): string {
  return regionCode.replace(/(00)+$/, '')
}
