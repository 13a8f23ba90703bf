import type { Context } from '#server/context.ts'
import { type Finding, good, note } from './finding.ts'

type Count = { readonly state: 'waiting' | 'ready' | 'failed' | 'skipped'; readonly n: number }

/** How many recordings have what a player needs; the originals are whole in any case. */
export async function examineRenditions({ db }: Pick<Context, 'db'>): Promise<Finding[]> {
  const { rows } = await db.query<Count>({ text: 'SELECT state, count(*) AS n FROM app.renditions GROUP BY state' })
  const count = (state: Count['state']): number => rows.find((row) => row.state === state)?.n ?? 0
  const [skipped, failed] = [count('skipped'), count('failed')]
  const wanting = [
    ...(skipped > 0
      ? [
          `${skipped} 件因为没有 ffmpeg、或者 ffmpeg 版本打不开（手机的 HEIC 照片要 7.1 以上）没有制作，装好后重启 start 或 work 会补做`,
        ]
      : []),
    ...(failed > 0 ? [`${failed} 件原件损坏或者格式认不出`] : []),
  ]
  if (wanting.length === 0) return [good('renditions', `音像的播放材料已制作 ${count('ready')} 件。`)]
  return [note('renditions', `音像的播放材料：已制作 ${count('ready')} 件，${wanting.join('，')}；原件不受影响。`)]
}
