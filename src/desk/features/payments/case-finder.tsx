import { useId, useState } from 'react'
import type { PaymentCandidate } from '#contract/payments.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { lookUp } from './payments-query.ts'

/** Looks cases up by the number of a paper or of the case, or by the whole name of a party. */
export function CaseFinder({ onFound }: { readonly onFound: (found: readonly PaymentCandidate[]) => void }) {
  const [q, setQ] = useState('')
  const [said, setSaid] = useState('')
  const id = useId()
  const find = async () => {
    setSaid('')
    try {
      const { candidates } = await lookUp(q)
      onFound(candidates)
      setSaid(
        candidates.length === 0
          ? '没有找到；请写完整的文号、案号或者当事人名称。'
          : `找到 ${candidates.length} 个，请在上面选。`,
      )
    } catch (error) {
      setSaid(sentenceOf(error))
    }
  }
  return (
    <div className="field">
      <label htmlFor={id}>上面没有的，找案件</label>
      <div className="find-case">
        <input
          className="control"
          id={id}
          type="text"
          placeholder="文号、案号或者当事人全名"
          value={q}
          onChange={({ target }) => setQ(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            void find()
          }}
        />
        <button type="button" className="button" disabled={q.trim().length < 2} onClick={() => void find()}>
          查找
        </button>
      </div>
      <p className="hint" role="status">
        {said}
      </p>
    </div>
  )
}
