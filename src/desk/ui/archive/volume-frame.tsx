import { useEffect, useRef } from 'react'
import { fileSize } from '../../lib/file-size.ts'
import { PdfFrame } from '../case/pdf-frame.tsx'

type Props = {
  readonly path: string
  readonly size: number
  /** Pages without a number that stand in front. */
  readonly frontPages: number
  readonly page: number
  readonly onClose: () => void
}

/** The bound volume, opened at a page of the catalogue. */
export function VolumeFrame({ path, size, frontPages, page, onClose }: Props) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="volume" aria-label="装订本">
      <div className="volume-head">
        <h2 ref={head} tabIndex={-1}>
          装订本，第 {page} 页
        </h2>
        <a className="button small" href={path} download>
          下载（{fileSize(size)}）
        </a>
        <button type="button" className="button small plain" onClick={onClose}>
          收起
        </button>
      </div>
      <PdfFrame path={path} title="装订本" page={frontPages + page} />
    </section>
  )
}
