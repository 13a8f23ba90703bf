import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { type Path, shortestPaths } from '#domain/procedure/paths.ts'

/** A way to a penalty that leaves the notice out: it stands on paper only. */
export const isBarred = ({ steps }: Path): boolean =>
  ['go-without-notice', 'decide'].every((name) => steps.some(({ action }) => action === name))

/** Every shortest path that can be walked; where one is barred, the next shortest stands for it. */
export function walkable(procedure: AnyProcedure): readonly Path[] {
  const noticed = shortestPaths(procedure, ['go-without-notice'])
  return shortestPaths(procedure).map((path) =>
    isBarred(path) ? (noticed.find((other) => isSame(other, path)) ?? path) : path,
  )
}

const isSame = (a: Path, b: Path): boolean => a.to === b.to && a.outcome === b.outcome
