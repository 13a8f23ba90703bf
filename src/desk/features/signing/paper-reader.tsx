import { useEffect, useRef, useState } from 'react'
import { signingPath } from './signing-query.ts'

type Props = {
  readonly caseId: string
  readonly document: string
  readonly title: string
  readonly pages: number
  /** What the button after the last page does. */
  readonly goOn: string
  readonly onRead: () => void
  readonly onBack: () => void
}

/** The paper page by page, drawn from the very file; whoever has turned all pages may go on. */
export function PaperReader({ caseId, document, title, pages, goOn, onRead, onBack }: Props) {
  const [page, setPage] = useState(1)
  const [furthest, setFurthest] = useState(1)
  const [isLarge, setLarge] = useState(false)
  const sheet = useRef<HTMLElement>(null)
  const turn = (to: number) => {
    setPage(to)
    setFurthest((before) => Math.max(before, to))
    sheet.current?.scrollTo({ top: 0 })
  }
  useEffect(() => sheet.current?.focus(), [])
  const address = (number: number) => `${signingPath(caseId, document)}/pages/${number}`
  const left = pages - furthest
  return (
    <section className="reader" aria-label="阅读文书">
      <header className="reader-head">
        <h1>{title}</h1>
        <p>
          第 {page} 页，共 {pages} 页
        </p>
        <div className="buttons">
          <button type="button" className="button small" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
            {isLarge ? '缩小' : '放大'}
          </button>
          <a className="button small" href={`${signingPath(caseId, document)}/file`} target="_blank" rel="noreferrer">
            打开 PDF
          </a>
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is read by the keyboard too */}
      <section className={isLarge ? 'sheet large' : 'sheet'} ref={sheet} tabIndex={0} aria-label="文书页面">
        <img src={address(page)} alt={`${title}第 ${page} 页`} data-page={page} />
        {page < pages && <img src={address(page + 1)} alt="" className="ahead" aria-hidden="true" />}
      </section>
      <footer className="reader-foot">
        {left > 0 && (
          <p className="hint" id="unread">
            请看完全部 {pages} 页再签名，还有 {left} 页没有看。
          </p>
        )}
        <div className="buttons">
          <button type="button" className="button" onClick={onBack}>
            返回
          </button>
          <button type="button" className="button" disabled={page === 1} onClick={() => turn(page - 1)}>
            上一页
          </button>
          {page < pages && (
            <button type="button" className="button solid" onClick={() => turn(page + 1)}>
              下一页
            </button>
          )}
          <button
            type="button"
            className="button primary"
            disabled={left > 0}
            aria-describedby={left > 0 ? 'unread' : undefined}
            onClick={onRead}
          >
            {goOn}
          </button>
        </div>
      </footer>
    </section>
  )
}
