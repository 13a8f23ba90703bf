import type { StageMark } from '#contract/cases.ts'

/** The stages as the procedure draws them, and where the case stands. */
export function StageBar({ stages }: { readonly stages: readonly StageMark[] }) {
  return (
    <ol className="stages" aria-label="环节">
      {stages.map(({ stage, title, state }) => (
        <li key={stage} className={state} aria-current={state === 'current' ? 'step' : undefined}>
          {title}
          {state === 'done' && <span className="unseen">（已办）</span>}
        </li>
      ))}
    </ol>
  )
}
