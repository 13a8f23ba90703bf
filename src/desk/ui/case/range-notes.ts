import type { CaseState } from '#domain/case/state.ts'
import type { Section } from '../../lib/case/form-model.ts'

/** The range of each violation, wherever a form asks for money on it. */
export function rangeNotes({ violations }: CaseState, sections: readonly Section[]): Readonly<Record<string, string>> {
  const asksMoney = (key: string) =>
    sections.some((section) => section.key === key && section.fields.some(({ fact }) => fact.kind === 'money'))
  const entries = violations
    .map(({ id, rangeText, basisPenalty }) => [`violation-${id}`, `${basisPenalty}：${rangeText}`, rangeText] as const)
    .filter(([key, , range]) => range !== '' && asksMoney(key))
  return Object.fromEntries(entries)
}
