import { Link } from '@tanstack/react-router'
import { isProblemCode, ProblemError, sentenceOf } from '../../lib/problem-error.ts'

type Props = { readonly caseId: string; readonly error: unknown }

/** Why the case does not open; who has no ground of their own is shown how to ask for one. */
export function CaseRefused({ caseId, error }: Props) {
  const basis = error instanceof ProblemError ? error.problem.basis : undefined
  return (
    <div className="empty" role="alert">
      <h2>这件案件没有打开</h2>
      <p>
        {sentenceOf(error)}
        {basis && <span className="muted">（{basis}）</span>}
      </p>
      {isProblemCode(error, 'forbidden') && (
        <div className="buttons">
          <Link to="/access/new" search={{ case: caseId }} className="button primary">
            申请调阅
          </Link>
          <Link to="/access" className="button plain">
            看我的申请
          </Link>
        </div>
      )}
    </div>
  )
}
