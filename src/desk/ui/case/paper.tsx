import './paper.css'
import { useEffect, useState } from 'react'

/** A PDF in a frame; while a newer one loads the older stays, so that nothing flickers under the typist's eyes. */
export function Paper({ file, title }: { readonly file: Blob; readonly title: string }) {
  const [shown, setShown] = useState<string>()
  const [next, setNext] = useState<string>()
  useEffect(() => {
    const address = URL.createObjectURL(file)
    setNext(address)
    return () => {
      // The frame may still read the old address while it is being replaced.
      setTimeout(() => URL.revokeObjectURL(address), REPLACED_MS)
    }
  }, [file])
  return (
    <div className="paper">
      {[shown, next]
        .filter((address, at, all): address is string => address !== undefined && all.indexOf(address) === at)
        .map((address) => (
          <iframe
            key={address}
            src={`${address}#toolbar=0&navpanes=0&view=FitH`}
            title={title}
            data-ready={address === shown}
            onLoad={() => address === next && setShown(address)}
          />
        ))}
    </div>
  )
}

const REPLACED_MS = 10_000
