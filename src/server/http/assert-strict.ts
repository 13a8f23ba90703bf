import type { z } from 'zod'

type Definition = {
  readonly type: string
  readonly catchall?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly items?: readonly z.ZodType[]
  readonly in?: z.ZodType
  readonly left?: z.ZodType
  readonly right?: z.ZodType
}

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition

/** Throws when an object anywhere in an input schema would silently drop unknown keys: `z.strictObject` refuses them. */
export function assertStrict(schema: z.ZodType, where: string, seen = new Set<z.ZodType>()): void {
  if (seen.has(schema)) return
  seen.add(schema)
  const definition = definitionOf(schema)
  if (definition.type === 'object' && !definition.catchall) throw new Error(`${where}: use z.strictObject`)
  for (const [key, inner] of innerSchemas(definition)) assertStrict(inner, `${where}/${key}`, seen)
}

function innerSchemas(definition: Definition): [string, z.ZodType][] {
  const { shape, options, items } = definition
  const single = ['element', 'innerType', 'valueType', 'in', 'left', 'right'] as const
  return [
    ...Object.entries(shape ?? {}),
    ...single.flatMap((key): [string, z.ZodType][] => (definition[key] ? [[key, definition[key]]] : [])),
    ...[...(options ?? []), ...(items ?? [])].map((inner, index): [string, z.ZodType] => [String(index), inner]),
  ]
}
