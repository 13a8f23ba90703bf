import type { Item } from '#domain/item/item.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import type { Sentence } from '../../../lib/case/map-errors.ts'
import { FieldFrame } from '../../../ui/form/field-frame.tsx'
import { ItemSearch } from './item-search.tsx'
import { itemKindOf, type Opening } from './opening-input.ts'

type Props = {
  readonly procedure: AnyProcedure
  readonly opening: Opening
  /** Whether the agency has a list of this kind. */
  readonly isKept: boolean
  readonly errors: readonly Sentence[] | undefined
  readonly onChange: (part: Partial<Opening>) => void
}

/** Under which item of the agency's list; it brings name and basis. Without a list they are typed, and the case says so. */
export function ItemPart({ procedure, opening, isKept, errors, onChange }: Props) {
  const kind = itemKindOf(procedure)
  const { item } = opening
  if (kind === undefined || !(item || isKept || procedure.opening?.item)) return null
  if (!item && !isKept)
    return (
      <p className="notice">
        本机关还没有登记{kind}事项的清单，事项和依据由您自行填写，案件上会写明。登记清单以后从清单里选。
      </p>
    )
  const pick = (picked: Item) => onChange({ item: picked })
  // Where nothing hangs on it, it stays out of the way.
  if (!item && !procedure.opening?.item)
    return (
      <details className="begin-by-violation">
        <summary>记上权责清单里的事项（选填）</summary>
        <ItemSearch kind={kind} onPick={pick} />
      </details>
    )
  return (
    <section>
      <h2>事项</h2>
      <FieldFrame pointer="catalogue-item" title="权责清单里的事项" errors={errors} isGroup>
        {() =>
          item ? (
            <ul className="picked">
              <li>
                <span>
                  <b>{item.name}</b>
                  <small>
                    {item.code}，第 {item.version} 版
                  </small>
                  <small>依据：{item.basis}</small>
                </span>
                <button type="button" className="button plain small" onClick={() => onChange({ item: undefined })}>
                  移去<span className="unseen">{item.name}</span>
                </button>
              </li>
            </ul>
          ) : (
            <p className="muted">还没有选。事项的名称和依据由清单带入。</p>
          )
        }
      </FieldFrame>
      {!item && <ItemSearch kind={kind} onPick={pick} />}
    </section>
  )
}
