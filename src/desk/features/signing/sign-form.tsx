import { type FormEvent, useState } from 'react'
import type { SignatureInput, SigningAnswer } from '#contract/signing.ts'
import {
  CAPACITIES,
  type Capacity,
  SIGNING_WAYS,
  type SignerRole,
  type SigningWay,
  wayOf,
} from '#domain/signing/signature.ts'
import type { Stroke } from '#domain/signing/strokes.ts'
import type { MappedErrors } from '../../lib/case/map-errors.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { useSession } from '../../lib/session-context.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { expectedName, onlyParty, sentStrokes } from './expected-signer.ts'
import { PartyPick } from './party-pick.tsx'
import { PasswordField } from './password-field.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { useSign } from './use-sign.ts'

type Props = {
  readonly caseId: string
  readonly document: string
  readonly answer: SigningAnswer
  readonly who: SignerRole
  readonly called: string
  readonly onDone: () => void
  readonly onBack: () => void
}

const TITLES = { name: '姓名', strokes: '签名', password: '登录密码', capacity: '签名人的身份', party: '当事人' }

/** Name and hand of one signer; what is signed is the digest of the file that was read. */
export function SignForm({ caseId, document, answer, who, called, onDone, onBack }: Props) {
  const { sign, errors, isBusy } = useSign(caseId, document, answer)
  const typed = useTyped(answer, who)
  const { how, setHow, strokes, setStrokes, said } = typed
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await sign({ to: 'signatures', body: typed.body() })) onDone()
  }
  return (
    <form
      className="sign-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={holdEnter}
      aria-label="签名"
      noValidate
    >
      <h1>{called}签名</h1>
      <p className="muted">
        《{answer.title}》{answer.number}，共 {answer.file?.pages} 页
      </p>
      <ErrorSummary errors={errors} titles={TITLES} />
      <WhoFields answer={answer} who={who} typed={typed} errors={errors} />
      <HowField who={who} how={how} onChange={setHow} />
      <FieldFrame pointer="strokes" title="签名" isGroup errors={errors.fields.strokes}>
        {() =>
          how === 'drawn' ? (
            <SignaturePad label={`${called}签名`} strokes={strokes} onChange={setStrokes} />
          ) : (
            <p className="typed-name" data-empty={said === ''}>
              {said || '请在上面填写姓名'}
            </p>
          )
        }
      </FieldFrame>
      {who === 'officer' && (
        <PasswordField value={typed.password} errors={errors.fields.password} onChange={typed.setPassword} />
      )}
      <p className="hint">签名签的是刚才看过的这份文件，签下以后不能修改。文件有错的，请返回，由执法人员重新制作。</p>
      <div className="buttons">
        <button type="button" className="button" onClick={onBack}>
          再看一遍
        </button>
        <button type="submit" className="button primary" disabled={isBusy}>
          确认签名
        </button>
      </div>
    </form>
  )
}

type Typed = ReturnType<typeof useTyped>
type WhoProps = Pick<Props, 'answer' | 'who'> & { readonly typed: Typed; readonly errors: MappedErrors }

function WhoFields({ answer, who, typed, errors }: WhoProps) {
  if (who === 'officer')
    return (
      <p>
        签名人：<b>{typed.said}</b>
      </p>
    )
  return (
    <>
      <TextField
        pointer="name"
        title="姓名"
        kind="text"
        value={typed.said}
        errors={errors.fields.name}
        onChange={typed.setName}
      />
      {who === 'party' && <PartyPick answer={answer} party={typed.party} onChange={typed.setParty} />}
      {who === 'party' && <CapacityField value={typed.capacity} onChange={typed.setCapacity} />}
    </>
  )
}

/** What is typed and drawn, beginning with what the paper knows of the signer. */
function useTyped(answer: SigningAnswer, who: SignerRole) {
  const { session } = useSession()
  const [name, setName] = useState(who === 'party' ? expectedName(answer) : '')
  const [party, setParty] = useState(onlyParty(answer)?.id)
  const [capacity, setCapacity] = useState<Capacity | ''>('')
  const [how, setHow] = useState<'drawn' | 'typed'>('drawn')
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [password, setPassword] = useState('')
  const ofParty = { name, ...(party && { party }), ...(capacity && { capacity }) }
  const saidOf = { officer: { password }, witness: { name }, party: ofParty }
  const body = (): SignatureInput => {
    const sent = how === 'drawn' ? sentStrokes(strokes) : []
    const hand = { sha256: answer.file?.sha256 ?? '', as: who, how, strokes: sent }
    return { ...hand, ...saidOf[who] }
  }
  const said = who === 'officer' ? session.person.name : name
  const setters = { setName, setParty, setCapacity, setHow, setStrokes, setPassword }
  return { said, party, capacity, how, strokes, password, body, ...setters }
}

function CapacityField({ value, onChange }: { readonly value: Capacity | ''; onChange(value: Capacity | ''): void }) {
  return (
    <FieldFrame pointer="capacity" title="签名人的身份" isOptional>
      {(control) => (
        <select
          {...control}
          className="control"
          value={value}
          onChange={(event) => onChange(event.target.value as Capacity | '')}
        >
          <option value="">请选择</option>
          {CAPACITIES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

type HowProps = { readonly who: SignerRole; readonly how: SigningWay; onChange(how: SigningWay): void }

function HowField({ who, how, onChange }: HowProps) {
  return (
    <FieldFrame pointer="how" title="怎样签" isGroup>
      {() => (
        <div className="ways">
          {SIGNING_WAYS.map((way) => (
            <label key={way}>
              <input type="radio" name="how" checked={how === way} onChange={() => onChange(way)} />{' '}
              {wayOf({ as: who, how: way })}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
