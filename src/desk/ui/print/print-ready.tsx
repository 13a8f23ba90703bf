import './print.css'
import { useEffect, useRef } from 'react'
import type { PrintAnswer } from '#contract/prints.ts'
import { printFilePath } from '../../lib/prints-query.ts'

/** What was written down as printed, and the way to the file. */
export function PrintReady({ ready }: { readonly ready: PrintAnswer }) {
  const { id, papers, copies, sheets } = ready
  const link = useRef<HTMLAnchorElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each print takes the hand to its own file
  useEffect(() => link.current?.focus(), [id])
  return (
    <section className="notice ok print-ready" aria-label="打印件">
      <p>
        <strong>打印件已备好</strong>
        {papers} 种文书，{copies} 份，共 {sheets} 页。已经记下谁、什么时候、打印了几份。
      </p>
      <p className="buttons">
        <a ref={link} className="button solid" href={printFilePath(id)} target="_blank" rel="noreferrer">
          打开打印件
        </a>
        <span className="hint">一小时之内可以再打开；以后再打印的，写明理由补印。</span>
      </p>
    </section>
  )
}
