import { formatDate } from '../form/format-fact.ts'
import type { Item } from './item.ts'

/** Why nothing may be done under an item today: it does not hold yet or any more, or was not published; nothing where it may. */
export function refuseListed({ name, fromOn, untilOn, publishedOn }: Item, today: string): string | undefined {
  if (fromOn > today) return `“${name}”自${formatDate(fromOn)}起施行，今天还不能办理`
  if (untilOn !== null && untilOn < today) return `“${name}”已经在${formatDate(untilOn)}以后停止施行，请改选现行的事项`
  if (publishedOn === null || publishedOn > today)
    return `“${name}”还没有公布；没有公布的事项不得实施，请先公布，或者改选事项`
  return undefined
}
