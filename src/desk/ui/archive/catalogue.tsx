import './catalogue.css'
import type { DossierAnswer } from '#contract/archive.ts'

type Props = {
  readonly lines: DossierAnswer['lines']
  readonly pages: number
  /** Opens the bound volume at a page; without it page numbers are only said. */
  readonly onOpen?: ((page: number) => void) | undefined
}

/** 卷内目录, as it will be printed. */
export function Catalogue({ lines, pages, onOpen }: Props) {
  return (
    <div className="catalogue">
      <table>
        <caption>
          共 {lines.length} 件，编页 {pages} 页；封面、目录、备考表不编页。
        </caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">题名和文件编号</th>
            <th scope="col">日期</th>
            <th scope="col">页号</th>
            <th scope="col">备注</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="no">{line.no}</td>
              <td className="what">
                <b>{line.title}</b>
                {line.number && <small>{line.number}</small>}
                {line.kind === 'recording' && line.sha256 && <small>SHA-256 {line.sha256}</small>}
              </td>
              <td className="when">{line.onDate}</td>
              <td className="pages">
                <Pages line={line} onOpen={onOpen} />
              </td>
              <td className="remark">{line.remark}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Line = DossierAnswer['lines'][number]

function Pages({ line, onOpen }: { readonly line: Line; readonly onOpen: Props['onOpen'] }) {
  const { from, pages, title } = line
  if (!onOpen || from === null) return pages
  return (
    <button
      type="button"
      className="link"
      onClick={() => onOpen(from)}
      aria-label={`在装订本里看《${title}》，第 ${pages} 页`}
    >
      {pages}
    </button>
  )
}
