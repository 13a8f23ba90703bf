import './documents.css'
import type { CaseAnswer } from '#contract/cases.ts'

/** What goes to the reviewing body or the court in one file, once the answer has been made. */
export function AnswerPack({ answer: { documents, state } }: { readonly answer: CaseAnswer }) {
  const isReady = documents.some(({ code, isReady: drawn, voided }) => ANSWERS.includes(code) && drawn && !voided)
  if (!isReady) return null
  return (
    <p className="court-pack">
      <a className="button small" href={`/api/cases/${state.id}/answer-pack`} download>
        下载答复（应诉）材料
      </a>
      <span className="hint">
        一个 tar
        文件：目录（写明每份证据证明什么，附摘要）、答复书或者答辩状、主体资格和职权依据、原案的决定和送达、证据、程序文书
      </span>
    </p>
  )
}

const ANSWERS = ['review-answer', 'defence-statement']

/** The five papers for the court in one file, once the application has been made. */
export function CourtPack({ answer: { documents, state } }: { readonly answer: CaseAnswer }) {
  const isReady = documents.some((paper) => paper.code === 'court-application' && paper.isReady && !paper.voided)
  if (!isReady) return null
  return (
    <p className="court-pack">
      <a className="button small" href={`/api/cases/${state.id}/court-pack`} download>
        下载申请强制执行的五项材料
      </a>
      <span className="hint">一个 tar 文件：目录（附摘要）、申请书、决定和证据、催告和送达、标的、其他</span>
    </p>
  )
}
