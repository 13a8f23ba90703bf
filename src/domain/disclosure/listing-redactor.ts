import { type RedactionContext, type Replacement, redact } from './redact-text.ts'

/** A replacement with the title of the field it was made in. */
export type ListedReplacement = Replacement & { readonly where: string }
export type Redactor = (text: string, where: string, keepsPlaces?: boolean) => string

/** A redactor that notes what it replaces, for those who read the record before the public does. */
export function listingRedactor(context: RedactionContext): {
  readonly redact: Redactor
  readonly listed: readonly ListedReplacement[]
} {
  const listed: ListedReplacement[] = []
  return {
    listed,
    redact: (text, where, keepsPlaces = false) => {
      const { text: shown, replacements } = redact(text, { ...context, keepsPlaces })
      listed.push(...replacements.map((item) => ({ ...item, where })))
      return shown
    },
  }
}
