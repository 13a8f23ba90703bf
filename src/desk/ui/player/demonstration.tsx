import { useState } from 'react'
import { RecordingPlayer } from './recording-player.tsx'

/** The agency's own film of how a scene is recorded; it begins to be looked at when it is opened, since that is a record. */
export function Demonstration({ recordingId, title }: { readonly recordingId: string; readonly title: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="demonstration">
      <button type="button" className="button small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '收起规范演示' : '看本机关的规范演示'}
        <span className="unseen">：{title}</span>
      </button>
      {isOpen && <RecordingPlayer recordingId={recordingId} isSmall />}
    </div>
  )
}
