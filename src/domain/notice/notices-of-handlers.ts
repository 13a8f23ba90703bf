import type { EventOf } from '../case/event.ts'
import type { CaseState } from '../case/state.ts'
import type { Notice } from './notice.ts'
import { byWhom } from './notices-of-results.ts'

type Told = { readonly state: CaseState; readonly handlersBefore: readonly string[] }

/** Whoever comes in is told that the case is theirs. */
export function assigned(
  { state }: Pick<Told, 'state'>,
  event: EventOf<'case-opened'> | EventOf<'handlers-changed'>,
  before: readonly string[],
): readonly Notice[] {
  const fresh = event.handlers.filter((id) => !before.includes(id) && state.handlers.includes(id))
  if (fresh.length === 0) return []
  return [
    {
      kind: 'assigned',
      key: `assigned:${state.id}:${event.seq}`,
      about: `case:${state.id}`,
      to: fresh.map((id) => `person:${id}`),
      ...byWhom(event),
      sentence: `“${state.name}”交给您承办`,
    },
  ]
}

/** Who stays is told that somebody else works beside them, and who has left that it is theirs no more. */
export function handlersMoved({ state, handlersBefore }: Told, event: EventOf<'handlers-changed'>): readonly Notice[] {
  const stay = handlersBefore.filter((id) => event.handlers.includes(id))
  const gone = handlersBefore.filter((id) => !event.handlers.includes(id) && !state.handlers.includes(id))
  const isFresh = event.handlers.some((id) => !handlersBefore.includes(id))
  const tell = (which: string, to: readonly string[], sentence: string): readonly Notice[] =>
    to.length === 0
      ? []
      : [
          {
            kind: 'handlers-changed',
            key: `${which}:${state.id}:${event.seq}`,
            about: `case:${state.id}`,
            to: to.map((id) => `person:${id}`),
            ...byWhom(event),
            sentence,
          },
        ]
  return [
    ...tell('beside', isFresh ? stay : [], `“${state.name}”换了另一名承办人员，请看现在和谁一起办`),
    ...tell('left', gone, `“${state.name}”不再由您承办（${event.reason}）`),
  ]
}

/** Those who handle a case are told of another one that has come into it. */
export function joined({ state }: Pick<Told, 'state'>, event: EventOf<'case-joined'>): readonly Notice[] {
  return [
    {
      kind: 'merged',
      key: `merged:${state.id}:${event.seq}`,
      about: `case:${state.id}`,
      to: state.handlers.map((id) => `person:${id}`),
      ...byWhom(event),
      sentence: `“${event.from.title}”并入您承办的“${state.name}”，请看期限和证据有没有变`,
    },
  ]
}
