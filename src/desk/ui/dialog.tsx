import './dialog.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly className?: string
  readonly isTitleUnseen?: boolean
}

/** A modal dialog of the platform: Escape closes it, focus stays inside and returns. */
export function Dialog({ title, onClose, children, className = '', isTitleUnseen = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is the one on the backdrop
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="dialog-body">
        <header className={isTitleUnseen ? 'unseen' : 'dialog-head'}>
          <h2 id={id}>{title}</h2>
          <button type="button" className="button plain small" onClick={() => dialog.current?.close()}>
            关闭
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
