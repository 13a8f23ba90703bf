import { type DragEvent, useId, useState } from 'react'

type Props = {
  readonly unfinished: readonly { fileName: string; size: number }[]
  readonly onFiles: (files: readonly File[]) => void
}

/** Choose files or drop them; after a reload the same file goes on where it stopped. */
export function FilePick({ unfinished, onFiles }: Props) {
  const [isOver, setOver] = useState(false)
  const id = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input below is the first
    <div className="file-pick" data-over={isOver} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <label htmlFor={id} className="button small">
        选择文件
      </label>
      <input
        id={id}
        className="unseen"
        type="file"
        multiple
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <span className="hint">或者把照片、录音、录像、文书拖到这里；可以暂停，断线后接着传。</span>
      {unfinished.length > 0 && (
        <p className="notice soon">
          上次没有传完：{unfinished.map(({ fileName }) => fileName).join('、')}
          。再选一次同一个文件，就从停下的地方继续。
        </p>
      )}
    </div>
  )
}
