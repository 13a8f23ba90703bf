import { type FormEvent, useState } from 'react'
import type { DisclosureDetail, PrepareInput } from '#contract/disclosures.ts'
import { TIER_TITLES, TIERS, type Tier } from '#domain/disclosure/publicity-term.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useStep } from './use-step.ts'

const TITLES = {
  influence: '是否具有一定社会影响',
  influenceReason: '判断的理由',
  tier: '失信程度',
  exceptionReason: '确需公示的理由',
  byHand: '再隐去几处',
  correctionNote: '更正说明（公众会看到）',
} as const
const INFLUENCES = { yes: '具有', no: '不具有，不公示' } as const

type Values = Readonly<Record<keyof typeof TITLES, string>>
type Props = { readonly detail: DisclosureDetail }

/** Judges, marks by hand, and hands the draft to the second person; for what is public, a correction. */
export function PrepareForm({ detail }: Props) {
  const { row, isPenalty } = detail
  const [values, setValues] = useState<Values>(() => valuesOf(detail))
  const { take, errors, isBusy } = useStep(row, Object.keys(TITLES))
  const isCorrection = row.state === 'published'
  const isOpen = values.influence !== '不具有，不公示' || isCorrection
  const put = (name: keyof Values) => ({
    pointer: name,
    title: TITLES[name],
    value: values[name],
    errors: errors.fields[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void take('prepare', inputOf(values), isCorrection ? '更正已经准备，等待确认' : '公示稿已经准备，等待确认')
  }
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label={isCorrection ? '准备更正' : '准备公示'} noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      {isCorrection && <TextField {...put('correctionNote')} kind="long-text" />}
      {isPenalty && !isCorrection && (
        <>
          <ChoiceField
            {...put('influence')}
            choices={Object.values(INFLUENCES)}
            help="《行政处罚法》第四十八条：具有一定社会影响的行政处罚决定应当依法公开。"
          />
          <TextField {...put('influenceReason')} kind="text" isOptional={isOpen} />
        </>
      )}
      {isPenalty && isOpen && (
        <ChoiceField
          {...put('tier')}
          choices={TIERS.map((tier) => TIER_TITLES[tier])}
          help="决定公示多久：轻微的原则上不公示，一般的最长一年，严重的最长三年。"
        />
      )}
      {isPenalty && isOpen && values.tier === TIER_TITLES.minor && (
        <TextField {...put('exceptionReason')} kind="text" />
      )}
      {isOpen && (
        <TextField
          {...put('byHand')}
          kind="long-text"
          isOptional
          help="每行一处，照原文填写；确认前可以在左边看到结果。机关、单位名称、文号和法律依据不能隐去。"
        />
      )}
      <button type="submit" className="button solid" disabled={isBusy}>
        {buttonOf(detail)}
      </button>
    </form>
  )
}

function buttonOf({ row }: DisclosureDetail): string {
  if (row.state === 'published') return '准备更正'
  return row.state === 'prepared' ? '重新准备' : '准备公示稿'
}

function valuesOf({ prepared, proposedTier }: DisclosureDetail): Values {
  const tier = prepared?.tier ?? proposedTier
  return {
    influence: prepared?.influence ? INFLUENCES[prepared.influence] : '',
    influenceReason: prepared?.influenceReason ?? '',
    tier: tier ? TIER_TITLES[tier] : '',
    exceptionReason: prepared?.exceptionReason ?? '',
    byHand: prepared?.byHand.join('\n') ?? '',
    correctionNote: prepared?.correctionNote ?? '',
  }
}

/** Empty fields are left out, so that the server says what is missing in words of law. */
function inputOf(values: Values): Partial<PrepareInput> {
  const influence = (['yes', 'no'] as const).find((code) => INFLUENCES[code] === values.influence)
  const tier = TIERS.find((code: Tier) => TIER_TITLES[code] === values.tier)
  const texts = (['influenceReason', 'exceptionReason', 'correctionNote'] as const).filter(
    (name) => values[name].trim() !== '',
  )
  return {
    ...(influence ? { influence } : {}),
    ...(tier && influence !== 'no' ? { tier } : {}),
    ...Object.fromEntries(texts.map((name) => [name, values[name]])),
    byHand: values.byHand
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }
}
