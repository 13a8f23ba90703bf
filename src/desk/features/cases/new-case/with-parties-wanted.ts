import type { AnyProcedure } from '#domain/procedure/definition.ts'
import type { MappedErrors } from '../../../lib/case/map-errors.ts'
import type { Opening } from './opening-input.ts'

/** What is wanting is said all at once: the server looks at the parties only when everything else can be read. */
export function withPartiesWanted(
  errors: MappedErrors,
  { opening }: AnyProcedure,
  { parties }: Pick<Opening, 'parties'>,
): MappedErrors {
  if (!opening || opening.needsNoParty || parties.length > 0 || errors.fields.parties) return errors
  return { ...errors, fields: { ...errors.fields, parties: [{ sentence: `请至少填一个${opening.partyTitle}` }] } }
}
