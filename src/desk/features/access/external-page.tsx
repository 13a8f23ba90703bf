import './access.css'
import '../../ui/form/choices.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AccessOptions } from '#contract/access.ts'
import { worklistQuery } from '../../lib/case/worklist-query.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useTitle } from '../../lib/use-title.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { optionsQuery } from './access-queries.ts'
import { codeOf, ID_KIND_WORDS } from './access-words.ts'
import { BEARER_TITLES, type Bearer, BearerFields, NO_BEARER } from './bearer-fields.tsx'
import { useAccessCommand } from './use-access-command.ts'
import { firstWanted, inputOf, WANTED_TITLES, WantedFields } from './wanted-fields.tsx'

/** 登记外部调阅: which case, who brings the letter, what for. */
export function ExternalPage() {
  const [caseId, setCaseId] = useState<string>()
  const { data: options, error } = useQuery(optionsQuery({ case: caseId }))
  useTitle('登记外部调阅')
  return (
    <main className="access access-form" aria-label="登记外部调阅">
      <Link to="/access">← 调阅</Link>
      <h1>登记外部调阅</h1>
      <p className="muted">先当面查验调阅函和持函人的证件原件；登记以后由机关负责人批准，再交付副本或者载体。</p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {options ? (
        <ExternalForm options={options} onOther={() => setCaseId(undefined)} />
      ) : (
        <CasePick onPick={setCaseId} />
      )}
    </main>
  )
}

function CasePick({ onPick }: { readonly onPick: (id: string) => void }) {
  const [text, setText] = useState('')
  const rested = useDebounced(text.trim(), 200)
  const { data } = useQuery({ ...worklistQuery('all', rested), placeholderData: (old) => old })
  return (
    <div className="field">
      <label htmlFor="external-case">调阅哪件案件</label>
      <p className="help">写案件名称、案号或者当事人里的几个字。</p>
      <input
        id="external-case"
        className="control"
        type="search"
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
      <ul aria-label="找到的案件" className="access-cases">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="access-case" onClick={() => onPick(row.id)}>
              <b>{row.name}</b>
              <small>{[row.number, row.party, row.stageTitle].filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
      {data?.rows.length === 0 && <p className="muted">本机关没有这样的案件。</p>}
    </div>
  )
}

const TITLES = { ...BEARER_TITLES, ...WANTED_TITLES }

function ExternalForm({ options, onOther }: { readonly options: AccessOptions; readonly onOther: () => void }) {
  const [wanted, setWanted] = useState(() => firstWanted(options, false))
  const [bearer, setBearer] = useState<Bearer>(NO_BEARER)
  const { give, errors, isBusy } = useAccessCommand([...Object.keys(TITLES), 'recordings'])
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { idKindTitle, ...typed } = bearer
    const bearerIdKind = codeOf(ID_KIND_WORDS, idKindTitle)
    const body = { ...inputOf(options, wanted), ...typed, ...(bearerIdKind ? { bearerIdKind } : {}) }
    const detail = await give({ path: '/api/access-requests/external', body, said: '已经登记，等待批准' })
    if (detail) void navigate({ to: '/access/$requestId', params: { requestId: detail.row.id } })
  }
  return (
    <form onSubmit={(event) => void submit(event)} onKeyDown={holdEnter} aria-label="登记外部调阅" noValidate>
      <p className="access-asked">
        <b>{options.caseName}</b>
        <small>
          {options.unitName}办理{' '}
          <button type="button" className="button plain small" onClick={onOther}>
            换一件
          </button>
        </small>
      </p>
      <ErrorSummary errors={errors} titles={TITLES} />
      <BearerFields bearer={bearer} errors={errors.fields} onChange={setBearer} />
      <WantedFields options={options} wanted={wanted} errors={errors.fields} onChange={setWanted} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={isBusy}>
          登记并报批
        </button>
        <Link to="/access" className="button plain">
          不登记了
        </Link>
      </div>
    </form>
  )
}
