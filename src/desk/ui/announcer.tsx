import { useEffect, useState } from 'react'
import { onAnnounced } from '../lib/announce.ts'

const SHOWN_MS = 6_000

/** The place where what has just happened is said. */
export function Announcer() {
  const [said, setSaid] = useState('')
  useEffect(() => onAnnounced(setSaid), [])
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <div className="announcer" role="status">
      {said && <p>{said}</p>}
    </div>
  )
}
