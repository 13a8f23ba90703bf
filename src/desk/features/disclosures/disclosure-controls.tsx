import { useState } from 'react'
import type { DisclosureDetail } from '#contract/disclosures.ts'
import { anyRole, HANDLERS } from '#domain/access/permissions.ts'
import { refuseRelease } from '#domain/disclosure/later-act.ts'
import { useMay } from '../../lib/session-context.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { ActChoice } from '../../ui/tabs/act-choice.tsx'
import { ConfirmForm } from './confirm-form.tsx'
import { PrepareForm } from './prepare-form.tsx'
import { useStep } from './use-step.ts'
import { WithdrawForm } from './withdraw-form.tsx'
import { WithholdForm } from './withhold-form.tsx'

const DECIDES = anyRole('unit-head', 'agency-head')
type Props = { readonly detail: DisclosureDetail }
type Act = 'confirm' | 'prepare' | 'withhold' | 'withdraw' | 'release'

const TITLES: Readonly<Record<Act, string>> = {
  confirm: '预览后确认',
  prepare: '准备公示',
  withhold: '定为不公示',
  withdraw: '撤回',
  release: '恢复公示',
}
const FORMS: Readonly<Record<Act, (props: Props) => React.ReactNode>> = {
  confirm: ConfirmForm,
  prepare: PrepareForm,
  withhold: WithholdForm,
  withdraw: WithdrawForm,
  release: ReleaseForm,
}

/** What can be done now, the usual first and open; the others stand below by name. */
export function DisclosureControls({ detail }: Props) {
  const mayPrepare = useMay(HANDLERS)
  const mayDecide = useMay(DECIDES)
  const acts = actsOf(detail).filter((act) => (act === 'prepare' ? mayPrepare : mayDecide))
  const [chosen, setChosen] = useState<Act>()
  const act = acts.find((each) => each === chosen) ?? acts[0]
  if (act === undefined) return <p className="muted">{whyNothing(detail)}</p>
  const Form = FORMS[act]
  return (
    <>
      {acts.length > 1 && (
        <ActChoice
          label="现在可以"
          acts={acts}
          chosen={act}
          titleOf={(each) => titleOf(each, detail)}
          onChoose={setChosen}
        />
      )}
      <Form key={`${act}${detail.row.version}`} detail={detail} />
    </>
  )
}

function mayRelease({ state, ground }: DisclosureDetail['row']): boolean {
  return state === 'withheld' && refuseRelease(ground) === undefined
}

function whyNothing({ row }: DisclosureDetail): string {
  const replaced = row.state === 'withheld' ? refuseRelease(row.ground) : undefined
  return replaced ?? '这一项现在没有您可以办的。'
}

function titleOf(act: Act, { row }: DisclosureDetail): string {
  if (act !== 'prepare') return TITLES[act]
  return row.state === 'published' ? '更正' : row.state === 'prepared' ? '重新准备' : TITLES.prepare
}

function actsOf({ row, obstacle }: DisclosureDetail): readonly Act[] {
  if (row.state === 'due') return obstacle ? ['withhold'] : ['prepare', 'withhold']
  if (row.state === 'prepared') return ['confirm', 'prepare', 'withhold']
  if (row.state === 'published') return [...(row.hasDraft ? (['confirm'] as const) : []), 'prepare', 'withdraw']
  return mayRelease(row) ? ['release'] : []
}

function ReleaseForm({ detail: { row } }: Props) {
  const { take, errors, isBusy } = useStep(row, [])
  return (
    <form
      aria-label="恢复公示"
      onSubmit={(event) => {
        event.preventDefault()
        void take('release', undefined, '已经恢复，等待公示')
      }}
    >
      <ErrorSummary errors={errors} titles={{}} />
      <p className="hint">恢复以后按本机关的规则公示：自动公示，或者准备后由另一人确认。</p>
      <button type="submit" className="button" disabled={isBusy}>
        恢复公示
      </button>
    </form>
  )
}
