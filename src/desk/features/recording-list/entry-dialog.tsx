import { type FormEvent, useState } from 'react'
import type { ListEntryInput, ListRow } from '#contract/recording-list.ts'
import { DUTIES, dutyTitle, mediumTitle, RETENTIONS } from '#domain/recording/scene.ts'
import { isSceneCode, sceneOf } from '#domain/recording/scenes.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame, type FrameProps } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { DemonstrationField } from './demonstration-field.tsx'
import { useSetEntry } from './use-set-entry.ts'

type Props = { readonly row: ListRow; readonly onClose: () => void }
type Draft = Omit<ListEntryInput, 'scene' | 'demonstration'>

const TITLES = {
  effectiveOn: '生效日',
  duty: '记录要求',
  media: '记录方式',
  retention: '存储期限',
  item: '执法事项',
  note: '备注',
  basis: '依据',
  demonstration: '规范演示',
}

/** What the agency sets for a scene: never weaker than the country, from a day on. */
export function EntryDialog({ row, onClose }: Props) {
  const { duty, media, retention, note } = row
  const first: Draft = { effectiveOn: '', duty, media, retention, item: row.item, note, basis: '' }
  const [draft, setDraft] = useState(first)
  const [demonstration, setDemonstration] = useState(row.demonstration?.id ?? '')
  const { submit, errors, isBusy } = useSetEntry(onClose)
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    void submit({ ...draft, scene: row.code, demonstration: demonstration || null })
  }
  const at = (pointer: keyof typeof TITLES) => ({ pointer, title: TITLES[pointer], errors: errors.fields[pointer] })
  const words = (title: string) => DUTIES.find((item) => dutyTitle(item) === title) ?? 'must'
  return (
    <Dialog title={`设定“${row.title}”`} onClose={onClose}>
      <form onSubmit={send} data-edit noValidate>
        <ErrorSummary errors={errors} titles={TITLES} />
        <p className="help">全国的最低要求：{dutyTitle(row.minimum)}。本机关只能定得更严，不能改宽；自生效日起适用。</p>
        <ChoiceField
          {...at('duty')}
          choices={DUTIES.filter((item) => row.minimum !== 'must' || item === 'must').map(dutyTitle)}
          value={dutyTitle(draft.duty)}
          onChange={(title) => put({ duty: words(title) })}
        />
        <MediaField
          frame={at('media')}
          code={row.code}
          value={draft.media}
          onChange={(chosen) => put({ media: chosen })}
        />
        <ChoiceField
          {...at('retention')}
          choices={RETENTIONS}
          value={draft.retention}
          onChange={(chosen) => put({ retention: chosen as Draft['retention'] })}
        />
        <DateField
          {...at('effectiveOn')}
          hasTime={false}
          value={draft.effectiveOn}
          onChange={(effectiveOn) => put({ effectiveOn })}
        />
        <TextField
          {...at('basis')}
          kind="text"
          help="写明机关的文件，例如“《某局音像记录事项清单》（2026年）”"
          value={draft.basis}
          onChange={(basis) => put({ basis })}
        />
        <TextField {...at('item')} kind="text" isOptional value={draft.item} onChange={(item) => put({ item })} />
        <TextField
          {...at('note')}
          kind="text"
          isOptional
          value={draft.note}
          onChange={(value) => put({ note: value })}
        />
        <DemonstrationField
          frame={at('demonstration')}
          known={row.demonstration}
          value={demonstration}
          onChange={setDemonstration}
        />
        <p className="buttons">
          <button type="submit" className="button primary" disabled={isBusy}>
            {isBusy ? '正在提交…' : '设定'}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

type MediaProps = {
  readonly frame: FrameProps
  readonly code: string
  readonly value: ListEntryInput['media']
  readonly onChange: (media: ListEntryInput['media']) => void
}

/** Of the media that the scene allows. */
function MediaField({ frame, code, value, onChange }: MediaProps) {
  const media = isSceneCode(code) ? sceneOf(code).media : []
  return (
    <FieldFrame {...frame} isGroup>
      {() => (
        <div className="choices in-row">
          {media.map((medium) => (
            <label key={medium} className="choice">
              <input
                type="checkbox"
                checked={value.includes(medium)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...value, medium] : value.filter((item) => item !== medium))
                }
              />
              <span>{mediumTitle(medium)}</span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
