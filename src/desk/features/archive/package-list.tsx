import { useState } from 'react'
import type { ArchiveDetail } from '#contract/archive.ts'
import { fileSize } from '../../lib/file-size.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { PdfFrame } from '../../ui/case/pdf-frame.tsx'

type Package = ArchiveDetail['packages'][number]

/** Every package of the dossier: its papers in place, its digest, its download. */
export function PackageList({ packages }: { readonly packages: readonly Package[] }) {
  if (packages.length === 0) return null
  return (
    <section aria-label="归档包">
      <h2>归档包</h2>
      <ul>
        {packages.map((each) => (
          <PackageRow key={each.id} row={each} />
        ))}
      </ul>
      <p className="hint">
        归档包解开是一个 BagIt 文件夹，用 zhaofa verify 离线核验；包的摘要请登记在归档登记簿上，改动过的包摘要不同。
      </p>
    </section>
  )
}

function PackageRow({ row }: { readonly row: Package }) {
  const [open, setOpen] = useState<string>()
  return (
    <li className="package">
      <b>
        {row.part === 1 ? '案卷' : `补充包 ${row.part - 1}`}　{row.archiveNumber}
      </b>
      <dl>
        <dt>封存</dt>
        <dd>
          {dayAndTimeOf(row.sealedAt)}　{row.sealedBy}
        </dd>
        {row.reason && (
          <>
            <dt>补充原因</dt>
            <dd>{row.reason}</dd>
          </>
        )}
        {row.bagSha256 && (
          <>
            <dt>包的摘要</dt>
            <dd>{row.bagSha256}</dd>
          </>
        )}
      </dl>
      {row.state === 'failed' && <p className="notice late">{row.sentence}</p>}
      <div className="buttons">
        {row.state === 'built' ? (
          <a className="button" href={`/api/archive/packages/${row.id}/file`} download>
            下载归档包（{fileSize(row.bytes)}，{row.files} 个文件）
          </a>
        ) : (
          row.state === 'waiting' && <span className="hint">正在装配归档包…</span>
        )}
        {row.papers.map(({ code, title }) => (
          <button
            key={code}
            type="button"
            className="button small"
            aria-expanded={open === code}
            onClick={() => setOpen(open === code ? undefined : code)}
          >
            {title}
          </button>
        ))}
      </div>
      {open && <PdfFrame path={`/api/archive/packages/${row.id}/papers/${open}`} title={titleOf(row, open)} />}
    </li>
  )
}

const titleOf = ({ papers }: Package, code: string): string => papers.find((paper) => paper.code === code)?.title ?? ''
