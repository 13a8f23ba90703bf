import type { OfferedScene } from '#domain/case/offers.ts'
import { sceneOf } from '#domain/recording/scenes.ts'
import { Demonstration } from '../../player/demonstration.tsx'

/** 用语指引 beside the act: from where to where, what has to be seen, and the words. */
export function SceneGuide({ scene }: { readonly scene: Pick<OfferedScene, 'code' | 'demonstration'> }) {
  const { code, demonstration } = scene
  const { startsWith, shows, endsWith, phrases, title } = sceneOf(code)
  return (
    <details className="scene-guide">
      <summary>怎样记录，怎样说</summary>
      <dl>
        <dt>从</dt>
        <dd>{startsWith}</dd>
        <dt>拍到</dt>
        <dd>{shows}</dd>
        <dt>到</dt>
        <dd>{endsWith}</dd>
      </dl>
      <ol>
        {phrases.map((phrase) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ol>
      {demonstration !== null && <Demonstration recordingId={demonstration} title={title} />}
    </details>
  )
}
