import { useState } from 'react'
import type { OfferedScene } from '#domain/case/offers.ts'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import type { Typed } from '../../../lib/case/form-model.ts'
import type { Sentence } from '../../../lib/case/map-errors.ts'
import { FOLLOWS, scenePointer } from '../../../lib/case/scene-words.ts'
import { FieldFrame } from '../../form/field-frame.tsx'
import { RadioList } from '../../form/radio-list.tsx'

type Props = {
  readonly scene: OfferedScene
  readonly value: Typed | undefined
  readonly errors: readonly Sentence[] | undefined
  readonly onChange: (word: string) => void
}

const NO_SCENE = '没有现场活动，书面办理'
const OTHER = '其他原因'
const READY = [FOLLOWS, WORDS_ARE_ENOUGH, NO_SCENE]

/** Whether the act was recorded; where not, why: the usual grounds to choose from, any other to write. */
export function SceneWord({ scene, value, errors, onChange }: Props) {
  const word = typeof value === 'string' ? value : ''
  const [isOther, setIsOther] = useState(word !== '' && !READY.includes(word))
  const chosen = isOther ? OTHER : word
  const pointer = scenePointer(scene.code)
  const { title } = sceneOf(scene.code)
  const choose = (choice: string) => {
    setIsOther(choice === OTHER)
    onChange(choice === OTHER ? '' : choice)
  }
  return (
    <FieldFrame pointer={pointer} title={title} help="容易引发争议的过程，根据实际情况录音录像" errors={errors} isGroup>
      {() => (
        <>
          <RadioList name={pointer} choices={[...READY, OTHER]} value={chosen} canClear={false} onChange={choose} />
          {isOther && (
            <textarea
              className="control"
              rows={2}
              aria-label={`${title}没有音像记录的原因`}
              placeholder="写明没有录制的原因，至少五个字"
              value={word}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </>
      )}
    </FieldFrame>
  )
}
