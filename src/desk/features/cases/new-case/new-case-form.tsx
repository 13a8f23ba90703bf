import type { FormEvent } from 'react'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { holdEnter } from '../../../lib/hold-enter.ts'
import { titlesOf } from '../../../ui/case/titles-of.ts'
import { ErrorSummary } from '../../../ui/form/error-summary.tsx'
import { PeopleField } from '../../../ui/form/people-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { ItemPart } from './item-part.tsx'
import { OpeningFacts } from './opening-facts.tsx'
import { suggestedName } from './opening-input.ts'
import { PartiesPart } from './parties-part.tsx'
import { type OpeningStart, useOpening } from './use-opening.ts'
import { ViolationsPart } from './violations-part.tsx'

type Props = { readonly procedure: AnyProcedure; readonly start: OpeningStart }

/** One column: who, what, by whom, and the facts that the opening asks for. */
export function NewCaseForm({ procedure, start }: Props) {
  const { opening, isKept, change, setValue, sections, errors, isBusy, submit } = useOpening(procedure, start)
  const partyTitle = procedure.opening?.partyTitle ?? '当事人'
  const titles = {
    name: '案件名称',
    parties: partyTitle,
    violations: '违法行为',
    handlers: '承办人员',
    'catalogue-item': '权责清单里的事项',
    ...titlesOf(sections),
  }
  const suggestion = suggestedName(procedure, opening)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form onSubmit={onSubmit} onKeyDown={holdEnter} aria-label={`新建${procedure.title}`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={titles} />
      <PartiesPart title={partyTitle} opening={opening} errors={errors.fields.parties} onChange={change} />
      {procedure.opening?.violations && (
        <ViolationsPart opening={opening} errors={errors.fields.violations} onChange={change} />
      )}
      <ItemPart
        procedure={procedure}
        opening={opening}
        isKept={isKept}
        errors={errors.fields['catalogue-item']}
        onChange={change}
      />
      <section>
        <h2>案件</h2>
        <TextField
          pointer="name"
          kind="text"
          title="案件名称"
          help="当事人加违法行为或者申请事项"
          value={opening.name}
          errors={errors.fields.name}
          onChange={(name) => change({ name })}
        />
        {suggestion && opening.name === '' && (
          <button type="button" className="button plain small suggestion" onClick={() => change({ name: suggestion })}>
            用“{suggestion}”
          </button>
        )}
        <PeopleField
          pointer="handlers"
          title="承办人员"
          help="两名以上，今日有执法资格；第一名所在的机构是承办机构"
          value={opening.handlers}
          errors={errors.fields.handlers}
          onChange={(handlers) => change({ handlers })}
        />
        <OpeningFacts
          sections={sections}
          values={opening.values}
          errors={errors.fields}
          acts={start.acts}
          onChange={setValue}
        />
      </section>
      <footer className="form-foot">
        <button type="submit" className="button primary" disabled={isBusy}>
          {isBusy ? '正在登记…' : '登记案件'}
        </button>
        <p className="save-line">登记以后，案件出现在承办人员的清单里。</p>
      </footer>
    </form>
  )
}
