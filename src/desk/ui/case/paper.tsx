import './paper.css'
import { useEffect, useState } from 'react'

type Props = { readonly file: Blob; readonly title: string; readonly page?: number | undefined }

/** A PDF in a frame; while a newer one loads the older stays, so that nothing flickers under the typist's eyes. */
export function Paper({ file, title, page }: Props) {
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
            // A reader of PDFs goes to a page when it is opened, not later.
            key={`${address}${page}`}
            src={`${address}#${page === undefined ? '' : `page=${page}&`}toolbar=0&navpanes=0&view=FitH`}
            title={title}
            data-ready={address === shown}
            onLoad={() => address === next && setShown(address)}
          />
        ))}
    </div>
  )
}

const REPLACED_MS = 10_000
