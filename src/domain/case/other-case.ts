import type { CaseState } from './state.ts'

/** How papers and other cases name this one. */
export function titleOfCase({ name, number }: Pick<CaseState, 'name' | 'number'>): string {
  return number ? `${name}（${number}）` : name
}
