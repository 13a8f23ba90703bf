import './scene-fields.css'
import type { OfferedScene } from '#domain/case/offers.ts'
import { mediaTitle } from '#domain/recording/scene.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { scenePointer, shownScenes } from '../../../lib/case/scene-words.ts'
import type { ActionForm } from '../../../lib/case/use-action-form.ts'
import { SceneGuide } from './scene-guide.tsx'
import { SceneWord } from './scene-word.tsx'

type Props = { readonly records: readonly OfferedScene[]; readonly form: ActionForm }

/** What the act shows in sound and image: how it is done, and whether it was. */
export function SceneFields({ records, form }: Props) {
  const scenes = shownScenes(records, form.values)
  if (scenes.length === 0) return null
  return (
    <section className="scenes" aria-label="音像记录">
      <h3>音像记录</h3>
      {scenes.map((scene) => (
        <div key={scene.code} className="scene">
          {scene.duty === 'must' || scene.isBound ? (
            <SceneState scene={scene} />
          ) : (
            <SceneWord
              scene={scene}
              value={form.values[scenePointer(scene.code)]}
              errors={form.errors.fields[scenePointer(scene.code)]}
              onChange={(word) => form.set(scenePointer(scene.code), word)}
            />
          )}
          <SceneGuide scene={scene} />
        </div>
      ))}
    </section>
  )
}

/** Nothing is asked here: it is recorded in any case, or a recording is bound already. */
function SceneState({ scene: { code, duty, media, basis, isBound } }: { readonly scene: OfferedScene }) {
  const { title } = sceneOf(code)
  if (isBound) {
    return (
      <p className="notice ok">
        <strong>{title}</strong>
        已经绑定{mediaTitle(media)}。
      </p>
    )
  }
  return (
    <div className="notice soon">
      <strong>
        {title}：应当全程{mediaTitle(media)}
      </strong>
      <p>
        可以先提交。
        {duty === 'must' && '录像存入以后请在“音像”页绑定，二十四小时内办完；绑定以前，案件不能转入下一环节。'}
      </p>
      <p className="muted">{basis}</p>
    </div>
  )
}
