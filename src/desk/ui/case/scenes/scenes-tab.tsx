import './scenes-tab.css'
import { useQuery } from '@tanstack/react-query'
import type { CaseRecordingsAnswer } from '#contract/case-recordings.ts'
import type { CaseAnswer } from '#contract/cases.ts'
import type { SceneLine } from '#domain/case/scene-course.ts'
import { mediaTitle } from '#domain/recording/scene.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { caseRecordingsQuery } from '../../../lib/case/recordings-of-case.ts'
import { sentenceOf } from '../../../lib/problem-error.ts'
import { BindPanel } from './bind-panel.tsx'
import { BoundRecording } from './bound-recording.tsx'
import { SceneActLine } from './scene-act-line.tsx'
import { SceneGuide } from './scene-guide.tsx'
import { UnbindForm } from './unbind-form.tsx'

/** The scenes of the case in order: what is asked for, what was done, what is bound, what is missing and until when. */
export function ScenesTab({ answer }: { readonly answer: CaseAnswer }) {
  const { data, error } = useQuery(caseRecordingsQuery(answer.state.id))
  if (error) return <p className="notice late">{sentenceOf(error)}</p>
  if (!data) return <p className="hint">正在读取…</p>
  if (data.scenes.length === 0) return <p className="hint">本案的程序没有要求音像记录的环节。</p>
  return (
    <>
      <Sum scenes={data.scenes} />
      <ol className="scene-course" aria-label="音像记录环节">
        {data.scenes.map((line) => (
          <SceneItem key={`${line.run}/${line.scene}`} answer={answer} data={data} line={line} />
        ))}
      </ol>
      {data.refusal !== null && <p className="hint">{data.refusal}。</p>}
    </>
  )
}

/** One sentence on how the case stands. */
function Sum({ scenes }: { readonly scenes: readonly SceneLine[] }) {
  const acts = scenes.flatMap((line) => line.acts)
  const [owed, overdue] = (['owed', 'overdue'] as const).map(
    (state) => acts.filter((act) => act.state === state).length,
  )
  if (overdue) return <p className="notice late">{`${overdue} 份音像记录已经超过归集期限。`}</p>
  if (owed) return <p className="notice soon">{`还有 ${owed} 份音像记录没有归集。`}</p>
  return acts.length > 0 ? <p className="notice ok">办过的环节都有音像记录或者说明。</p> : null
}

type ItemProps = { readonly answer: CaseAnswer; readonly data: CaseRecordingsAnswer; readonly line: SceneLine }

function SceneItem({ answer, data, line }: ItemProps) {
  const { title } = sceneOf(line.scene)
  const bound = data.bound.filter(({ id }) => line.bound.includes(id))
  return (
    <li className="scene-item" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {line.run !== 'main' && <span className="muted">{line.runTitle}</span>}
        <span className={`scene-duty ${line.duty}`}>{line.duty === 'must' ? '全程记录' : '根据实际'}</span>
        <span className="muted">{mediaTitle(line.media)}</span>
      </header>
      {line.acts.length === 0 && <p className="hint">还没有办到这个环节；已经录制的，可以先绑定。</p>}
      {line.acts.map((act) => (
        <SceneActLine
          key={act.seq}
          answer={answer}
          now={data.now}
          line={line}
          act={act}
          refusal={data.refusal}
          excusing={data.excusing}
        />
      ))}
      {bound.length > 0 && (
        <ul className="bound-list" aria-label={`${title}的音像记录`}>
          {bound.map((recording) => (
            <BoundRecording key={recording.id} recording={recording}>
              {data.refusal === null && <UnbindForm answer={answer} line={line} recording={recording} />}
            </BoundRecording>
          ))}
        </ul>
      )}
      {data.refusal === null && <BindPanel answer={answer} data={data} line={line} />}
      <SceneGuide scene={{ code: line.scene, demonstration: line.demonstration }} />
    </li>
  )
}
