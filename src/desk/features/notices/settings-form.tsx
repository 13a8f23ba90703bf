import '../../ui/form/choices.css'
import { type FormEvent, useState } from 'react'
import type { NoticeSettingsAnswer } from '#contract/notices.ts'
import { NOTICE_KINDS, type NoticeKind } from '#domain/notice/notice.ts'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { useChangeSettings } from './use-change-settings.ts'

const MUTABLE = (Object.entries(NOTICE_KINDS) as [NoticeKind, (typeof NOTICE_KINDS)[NoticeKind]][]).filter(
  ([, { isUrgent }]) => !isUrgent,
)
const TIMES = [
  { pointer: 'quietFrom', title: '免打扰从', help: '不设的留空；可以跨过午夜' },
  { pointer: 'quietUntil', title: '免打扰到', help: '这段时间里的通知到时候再出现，一条不少' },
  { pointer: 'digestAt', title: '每日汇总的时刻', help: '设了的，不急的每天这时一起出现；急的随时出现' },
] as const

/** Quiet hours, the day's digest, and what is not wanted; what is urgent always comes. */
export function SettingsForm({ settings }: { readonly settings: NoticeSettingsAnswer }) {
  const { version, ...saved } = settings
  const [typed, setTyped] = useState(saved)
  const { submit, errors, isBusy } = useChangeSettings(version)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit(typed)
  }
  const toggle = (kind: NoticeKind, isWanted: boolean) =>
    setTyped({ ...typed, muted: isWanted ? typed.muted.filter((one) => one !== kind) : [...typed.muted, kind] })
  return (
    <form onSubmit={onSubmit} aria-label="怎样接收通知" noValidate>
      {errors.rest.length > 0 && (
        <p className="notice late" role="alert">
          {errors.rest.map(({ sentence }) => sentence).join('；')}
        </p>
      )}
      <div className="notice-times">
        {TIMES.map(({ pointer, title, help }) => (
          <FieldFrame key={pointer} pointer={pointer} title={title} help={help} errors={errors.fields[pointer]}>
            {(control) => (
              <input
                className="control"
                type="time"
                {...control}
                value={typed[pointer] ?? ''}
                onChange={(event) => setTyped({ ...typed, [pointer]: event.target.value || null })}
              />
            )}
          </FieldFrame>
        ))}
      </div>
      <fieldset className="field">
        <legend>还要告诉我的</legend>
        <p className="hint">等我审批、会签，催办、被退回、强制措施将要到期和已经逾期的，一定会告诉您。</p>
        {MUTABLE.map(([kind, { title }]) => (
          <label key={kind} className="choice">
            <input
              type="checkbox"
              checked={!typed.muted.includes(kind)}
              onChange={(event) => toggle(kind, event.target.checked)}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button" disabled={isBusy}>
        {isBusy ? '正在保存…' : '保存设置'}
      </button>
    </form>
  )
}
