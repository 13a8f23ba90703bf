import { useState } from 'react'
import type { DossierAnswer } from '#contract/archive.ts'
import { Catalogue } from './catalogue.tsx'
import { VolumeFrame } from './volume-frame.tsx'

type Props = Pick<DossierAnswer, 'lines' | 'pages' | 'volume'> & { readonly path: string }

/** The catalogue, whose page numbers open the bound volume once there is one. */
export function BoundCatalogue({ lines, pages, volume, path }: Props) {
  const [page, setPage] = useState<number>()
  return (
    <>
      <Catalogue lines={lines} pages={pages} onOpen={volume ? setPage : undefined} />
      {volume && page !== undefined && (
        <VolumeFrame path={path} {...volume} page={page} onClose={() => setPage(undefined)} />
      )}
    </>
  )
}
