import { anyRole } from '#domain/access/permissions.ts'

/** Who keeps the agency's list of what is recorded. */
export const MAY_SET = anyRole('unit-head', 'agency-head', 'archivist')
