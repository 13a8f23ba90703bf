/** A tab is current by its search, not by the address that all of them share. */
export const BY_SEARCH = { exact: true, includeSearch: true } as const
