import './documents.css'
import type { CaseAnswer } from '#contract/cases.ts'

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
