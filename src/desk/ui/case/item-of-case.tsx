import './facts.css'
import { type CaseState, rootRun } from '#domain/case/state.ts'
import { procedureOfRun } from '../../lib/case/procedure-of.ts'

/** The item of the agency's list under which the case was opened, as it read on that day; or that it was typed in. */
export function ItemOfCase({ state }: { readonly state: CaseState }) {
  const { item } = state
  if (!item) return procedureOfRun(rootRun(state))?.opening?.item ? <TypedIn /> : null
  return (
    <section className="facts">
      <h3>事项：{item.name}</h3>
      <dl>
        <div>
          <dt>权责清单</dt>
          <dd>
            {item.kind}，{item.code}，第 {item.version} 版
          </dd>
        </div>
        <div>
          <dt>设定依据</dt>
          <dd>{item.basis}</dd>
        </div>
      </dl>
    </section>
  )
}

const TypedIn = () => <p className="muted">事项和依据是自行填写的：登记本案时，本机关还没有这一类事项的清单。</p>
