import { useId } from 'react'
import type { EvidenceInput } from '#contract/cases.ts'
import type { MappedErrors } from '../../../lib/case/map-errors.ts'
import { TextField } from '../../form/text-field.tsx'
import { EVIDENCE_KINDS } from './evidence-kinds.ts'

type Props = {
  readonly index: number
  readonly item: EvidenceInput
  readonly errors: MappedErrors['fields']
  readonly onChange: (item: EvidenceInput | undefined) => void
}

/** One piece of evidence before it is submitted: kind, title, source, and what it proves. */
export function EvidenceDraftRow({ index, item, errors, onChange }: Props) {
  const kindId = useId()
  const at = (name: string) => `evidence/${index}/${name}`
  return (
    <fieldset className="evidence-draft">
      <legend>
        待提交的证据 {index + 1}
        {item.upload ? ' · 文件已传完' : ' · 没有文件'}
      </legend>
      <div className="field">
        <label htmlFor={kindId}>证据种类</label>
        <select
          id={kindId}
          className="control"
          value={item.kind}
          onChange={(event) => onChange({ ...item, kind: event.target.value })}
        >
          {EVIDENCE_KINDS.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </div>
      <TextField
        pointer={at('title')}
        kind="text"
        title="证据名称"
        value={item.title}
        errors={errors[at('title')]}
        onChange={(title) => onChange({ ...item, title })}
      />
      <TextField
        pointer={at('source')}
        kind="text"
        title="来源和取得经过"
        help="何时、何地、由谁取得"
        isOptional
        value={item.source}
        errors={errors[at('source')]}
        onChange={(source) => onChange({ ...item, source })}
      />
      <TextField
        pointer={at('proves')}
        kind="text"
        title="证明目的"
        help="证明什么事实，写进决定书和证据清单，例如“当事人购进该批食品的时间和数量”"
        isOptional
        value={item.proves ?? ''}
        errors={errors[at('proves')]}
        onChange={(proves) => onChange({ ...item, proves })}
      />
      <button type="button" className="button plain small" onClick={() => onChange(undefined)}>
        移去这一项
      </button>
    </fieldset>
  )
}
