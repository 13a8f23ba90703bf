import { type ChangeEvent, type DragEvent, useId, useState } from 'react'
import { droppedFiles } from '../../lib/dropped-files.ts'

type Props = {
  readonly unfinished: readonly { readonly fileName: string; readonly size: number }[]
  readonly onFiles: (files: readonly File[]) => void
}

/** Choose files or a folder, or drop both; after a reload the same file goes on where it stopped. */
export function RecordingPick({ unfinished, onFiles }: Props) {
  const [isOver, setOver] = useState(false)
  const id = useId()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void droppedFiles(event.dataTransfer).then(onFiles)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the inputs below are the first
    <div
      className="recording-pick"
      data-over={isOver}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>把记录仪里的文件或者整个文件夹拖到这里</p>
      <p className="buttons">
        <label htmlFor={`${id}-files`} className="button small">
          选择文件
        </label>
        <input id={`${id}-files`} className="unseen" type="file" multiple onChange={chosen} />
        <label htmlFor={`${id}-folder`} className="button small">
          选择文件夹
        </label>
        <input id={`${id}-folder`} className="unseen" type="file" multiple webkitdirectory="" onChange={chosen} />
      </p>
      <p className="hint">可以暂停；断线、关掉页面、重新登录以后接着传。同样的文件只存一份。</p>
      {unfinished.length > 0 && (
        <p className="notice soon">
          上次没有传完：{unfinished.map(({ fileName }) => fileName).join('、')}
          。再选一次同一个文件，就从停下的地方继续。
        </p>
      )}
    </div>
  )
}

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Chooses a folder with all that is in it; every browser knows it under this name. */
    webkitdirectory?: '' | undefined
  }
}
