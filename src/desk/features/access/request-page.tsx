import './access.css'
import '../../ui/form/choices.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AccessOptions } from '#contract/access.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { optionsQuery } from './access-queries.ts'
import { useAccessCommand } from './use-access-command.ts'
import { firstWanted, inputOf, WANTED_TITLES, WantedFields } from './wanted-fields.tsx'

/** 申请调阅: one page, then it waits for the head of the unit. */
export function RequestPage() {
  const search = useSearch({ from: '/access/new' })
  const { data: options, error } = useQuery(optionsQuery({ case: search.case, recording: search.recording }))
  useTitle('申请调阅')
  return (
    <main className="access access-form" aria-label="申请调阅">
      <Link to="/access">← 调阅</Link>
      <h1>申请调阅</h1>
      {!search.case && !search.recording && (
        <p className="notice">请从要看的案件或者音像记录的页面上申请调阅，这里就知道您要看什么。</p>
      )}
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {options && <RequestForm options={options} isOnlyItems={!search.case} follows={search.follows} />}
    </main>
  )
}

type Props = {
  readonly options: AccessOptions
  readonly isOnlyItems: boolean
  readonly follows: string | undefined
}

function RequestForm({ options, isOnlyItems, follows }: Props) {
  const [wanted, setWanted] = useState(() => firstWanted(options, isOnlyItems))
  const { give, errors, isBusy } = useAccessCommand([...Object.keys(WANTED_TITLES), 'recordings'])
  const navigate = useNavigate()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const said = options.needsEndorsement ? '已经提交，等待签署' : '已经提交，等待批准'
    const body = inputOf(options, wanted, follows)
    const detail = await give({ path: '/api/access-requests', body, said })
    if (detail) void navigate({ to: '/access/$requestId', params: { requestId: detail.row.id } })
  }
  return (
    <form onSubmit={(event) => void submit(event)} onKeyDown={holdEnter} aria-label="申请调阅" noValidate>
      <p className="access-asked">
        <b>{options.caseName || options.items[0]?.title}</b>
        <small>{options.unitName && `${options.unitName}办理`}</small>
      </p>
      <ErrorSummary errors={errors} titles={WANTED_TITLES} />
      <WantedFields options={options} wanted={wanted} errors={errors.fields} onChange={setWanted} />
      <p className="hint">
        {options.needsEndorsement
          ? '提交以后先由您所在机构的负责人签署，再由机关负责人批准。'
          : '提交以后由机关负责人批准。'}
      </p>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={isBusy}>
          提交申请
        </button>
        <Link to="/access" className="button plain">
          不申请了
        </Link>
      </div>
    </form>
  )
}
