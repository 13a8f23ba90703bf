import type { Field, Section } from '../../lib/case/form-model.ts'

export type Point = { readonly name: string; readonly title: string; readonly verdict: Field; readonly reason: Field }

/** The points of a review: each fact `x-verdict` with its `x-reason`; the other fields stand after them. */
export function pointsOf(sections: readonly Section[]): { points: readonly Point[]; others: readonly Section[] } {
  const fields = sections.flatMap((section) => section.fields)
  const points = fields.flatMap((verdict) => {
    const name = /^(.+)-verdict$/.exec(verdict.name)?.[1]
    const reason = fields.find((field) => field.name === `${name}-reason`)
    return name && reason ? [{ name, title: verdict.fact.title, verdict, reason }] : []
  })
  const taken = new Set(points.flatMap(({ verdict, reason }) => [verdict.pointer, reason.pointer]))
  const others = sections
    .map((section) => ({ ...section, fields: section.fields.filter(({ pointer }) => !taken.has(pointer)) }))
    .filter((section) => section.fields.length > 0)
  return { points, others }
}

/** What the fields of the points are called where they stand without their point: 执法程序的理由. */
export function pointTitles(points: readonly Point[]): Readonly<Record<string, string>> {
  const entries = points.flatMap(({ title, verdict, reason }) => [
    [verdict.pointer, `${title}的结论`],
    [reason.pointer, `${title}的理由`],
  ])
  return Object.fromEntries(entries)
}
