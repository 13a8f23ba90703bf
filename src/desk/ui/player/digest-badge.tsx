import { useState } from 'react'
import type { FixityAnswer, ViewedRecordingAnswer } from '#contract/viewings.ts'
import { announce } from '../../lib/announce.ts'
import { timeOf } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'

/** Both digests of the original, and whether the stored file still has them: it is read again when asked. */
export function DigestBadge({ recording }: { readonly recording: ViewedRecordingAnswer }) {
  const [found, setFound] = useState<FixityAnswer | string>()
  const [isBusy, setBusy] = useState(false)
  const check = async () => {
    setBusy(true)
    setFound(await send<FixityAnswer>('POST', `/api/recordings/${recording.id}/fixity`).catch(sentenceOf))
    setBusy(false)
  }
  return (
    <div className="digest-badge">
      <Digest name="SHA-256" value={recording.sha256} />
      <Digest name="SM3" value={recording.sm3} />
      <button type="button" className="button plain small" disabled={isBusy} onClick={() => void check()}>
        {isBusy ? '正在重新计算…' : '核对原件'}
      </button>
      {recording.hasReceipt && (
        <>
          <a className="button plain small" href={`/api/recordings/${recording.id}/receipt`} download>
            存证回执
          </a>
          <a className="button plain small" href={`/api/recordings/${recording.id}/receipt/content`} download>
            存证内容
          </a>
        </>
      )}
      <Found found={found} />
    </div>
  )
}

function Digest({ name, value }: { readonly name: string; readonly value: string }) {
  const copy = async () => {
    await navigator.clipboard?.writeText(value).catch(() => undefined)
    announce(`${name} 已复制`)
  }
  return (
    <span className="digest-one">
      <span className="hint">{name}</span> <code title={value}>{value.slice(0, 12)}…</code>
      <button type="button" className="button plain small" onClick={() => void copy()}>
        复制<span className="unseen">{name}</span>
      </button>
    </span>
  )
}

function Found({ found }: { readonly found: FixityAnswer | string | undefined }) {
  if (found === undefined) return <output />
  if (typeof found === 'string') return <output className="late">{found}</output>
  const isSound = found.soundness === 'sound'
  return (
    <output className={isSound ? 'ok' : 'late'}>
      {isSound ? `原件与登记一致（${timeOf(found.checkedAt)} 重新计算）` : found.sentence}
    </output>
  )
}
