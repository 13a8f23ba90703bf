import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Derivative } from '#contract/derivatives.ts'
import type { Photograph } from '#contract/photographs.ts'
import { caseQuery } from '../../../lib/case/case-query.ts'
import { coveredPath } from '../../../lib/case/photograph-calls.ts'
import { Made } from '../../player/derivative-line.tsx'
import { ExhibitForm } from '../../player/exhibit-form.tsx'

type Props = {
  readonly caseId: string
  readonly photograph: Photograph
  readonly shown: string | undefined
  readonly mayWork: boolean
  readonly onShow: (id: string) => void
}

/** The covered versions of a photograph: to be looked at, saved, and made evidence of their own. */
export function CoveredList({ caseId, photograph, shown, mayWork, onShow }: Props) {
  return (
    <ol className="marks" aria-label="遮盖版">
      {photograph.derivatives.map((one) => (
        <li key={one.id}>
          <div className="mark-line">
            <button
              type="button"
              className="button small"
              aria-pressed={one.id === shown}
              disabled={one.state !== 'ready'}
              onClick={() => onShow(one.id)}
            >
              {one.id === shown ? '正在看' : '看这个'}
            </button>
            <Made derivative={one} />
            {one.state === 'ready' && mayWork && <Acts caseId={caseId} photograph={photograph} derivative={one} />}
          </div>
          {one.state === 'waiting' && <p className="hint">正在制作，做好会自己出现。</p>}
          {one.sentence && <p className="notice soon">{one.sentence}</p>}
        </li>
      ))}
    </ol>
  )
}

type ActsProps = Pick<Props, 'caseId' | 'photograph'> & { readonly derivative: Derivative }

function Acts({ caseId, photograph, derivative }: ActsProps) {
  const [isExhibiting, setExhibiting] = useState(false)
  const { data } = useQuery(caseQuery(caseId))
  return (
    <>
      <span className="buttons">
        <button
          type="button"
          className="button small"
          aria-expanded={isExhibiting}
          onClick={() => setExhibiting(!isExhibiting)}
        >
          作为证据
        </button>
        <a className="button small" href={coveredPath(photograph.id, derivative.id)} download>
          保存
        </a>
      </span>
      {isExhibiting && data && (
        <ExhibitForm
          cases={[{ id: caseId, name: data.state.name }]}
          fileName={photograph.fileName}
          taken={`遮盖版由${derivative.by}制作，理由：${derivative.reason}`}
          of={{ derivative: derivative.id }}
          title={`${photograph.title}（遮盖）`}
          span=""
          onDone={() => setExhibiting(false)}
        />
      )}
    </>
  )
}
