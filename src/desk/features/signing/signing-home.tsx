import { Link } from '@tanstack/react-router'
import type { GivenSignature, SigningAnswer } from '#contract/signing.ts'
import { type SignerRole, wayOf } from '#domain/signing/signature.ts'
import { SIGNING_BOX } from '#domain/signing/strokes.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { useSession } from '../../lib/session-context.ts'
import { isDrawing, signingPath } from './signing-query.ts'

export type Asked = SignerRole | 'refusal'
type Props = {
  readonly caseId: string
  readonly document: string
  readonly answer: SigningAnswer
  readonly onAsk: (who: Asked) => void
}

/** Who has signed, who is wanting, and to whom the device is handed next. */
export function SigningHome({ caseId, document, answer, onAsk }: Props) {
  return (
    <>
      <Link to="/cases/$caseId" params={{ caseId }} search={{ show: 'documents' }} className="back-to-list">
        ← 本案的文书
      </Link>
      <h1>{answer.title}</h1>
      <p className="muted">{[answer.number, answer.caseName].filter(Boolean).join(' · ')}</p>
      <Standing answer={answer} />
      <Given given={answer.given} />
      {!answer.voided && answer.file && <Ways answer={answer} onAsk={onAsk} />}
      <Copy caseId={caseId} document={document} answer={answer} />
    </>
  )
}

function Standing({ answer: { voided, file, wanting } }: Pick<Props, 'answer'>) {
  if (voided)
    return <p className="notice late">这份文书已经作废（{voided}），签名随之失效；请在重新制作的文书上签名。</p>
  if (!file) return <p className="notice">文书正在排版，排好以后就可以签名。</p>
  if (wanting.length === 0) return <p className="notice ok">该签名的都有了着落。</p>
  return <p className="notice soon">还缺：{wanting.join('、')}</p>
}

function Given({ given }: { readonly given: readonly GivenSignature[] }) {
  if (given.length === 0) return null
  return (
    <ul className="given" aria-label="签名">
      {given.map(({ id, as, called, name, at, path, how, refusal }) => (
        <li key={id}>
          <span>
            <b>{called}</b> {name}
            <small>
              {refusal ? `拒绝签名：${refusal.reason}（${refusal.proof}）` : how === 'typed' && wayOf({ as, how })}
              {(refusal || how === 'typed') && ' · '}
              {dayAndTimeOf(at)}
            </small>
          </span>
          {path && (
            <svg viewBox={`0 0 ${SIGNING_BOX.width} ${SIGNING_BOX.height}`} role="img" aria-label={`${name}的笔迹`}>
              <title>{name}的笔迹</title>
              <path d={path} className="pad-ink" />
            </svg>
          )}
        </li>
      ))}
    </ul>
  )
}

function Ways({ answer: { wants, given }, onAsk }: Pick<Props, 'answer' | 'onAsk'>) {
  const { session } = useSession()
  const heard = given.some(({ as }) => as === 'party')
  const hasSigned = given.some(({ as, name }) => as === 'officer' && name === session.person.name)
  return (
    <section className="sign-ways" aria-label="请谁签名">
      {wants.party && (
        <button type="button" className={heard ? 'button' : 'button primary'} onClick={() => onAsk('party')}>
          请{wants.party}阅读、签名
        </button>
      )}
      {wants.officers && (
        <button
          type="button"
          className="button"
          disabled={hasSigned}
          aria-describedby="own-account"
          onClick={() => onAsk('officer')}
        >
          我签名（{wants.officers.called}）
        </button>
      )}
      {wants.witness && (
        <button type="button" className="button" onClick={() => onAsk('witness')}>
          请{wants.witness}签名
        </button>
      )}
      {wants.party && (
        <button type="button" className="button" onClick={() => onAsk('refusal')}>
          {wants.party}拒绝签名
        </button>
      )}
      <p className="hint" id="own-account">
        {hasSigned && '您已经签过名。'}每名执法人员用自己的账号签名；先后不限。
      </p>
    </section>
  )
}

function Copy({ caseId, document, answer }: Omit<Props, 'onAsk'>) {
  const { given, copy, file } = answer
  if (!file || given.length === 0) return null
  return (
    <p className="sign-copy">
      {isDrawing(answer) || !copy ? (
        <span className="hint">正在生成签名件…</span>
      ) : (
        <a href={`${signingPath(caseId, document)}/signed`} target="_blank" rel="noreferrer">
          打开签名件（{copy.pages} 页）
        </a>
      )}
      <small className="hint">原件 SHA-256：{file.sha256}</small>
    </p>
  )
}
