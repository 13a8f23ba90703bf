import { canonicalJson, type Json } from './canonical-json.ts'

/** What is sealed of a publication: one version as the public read it, or that it was taken down. */
export type DisclosureContent =
  | { readonly disclosure: string; readonly version: number; readonly record: Json }
  | { readonly disclosure: string; readonly state: 'withdrawn' | 'expired'; readonly reason: string | null }

/** The text whose salted digest is the leaf (RFC 8785). */
export const disclosureContent = (content: DisclosureContent): string => canonicalJson(content)

export const disclosureSubject = (content: DisclosureContent): string =>
  `disclosure:${content.disclosure}:${'version' in content ? content.version : content.state}`
