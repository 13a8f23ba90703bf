import type { ListAnswer, ListRow } from '#contract/recording-list.ts'
import { dutyTitle, mediaTitle } from '#domain/recording/scene.ts'
import { SAN_XIANG_ZHI_DU } from '#domain/recording/scene-basis.ts'
import { longDay } from '../../lib/office-time.ts'
import { Demonstration } from '../../ui/player/demonstration.tsx'

type Props = { readonly list: ListAnswer; readonly onSet: ((row: ListRow) => void) | undefined }

const COLUMNS = ['执法类别、事项', '记录环节', '记录方式', '开始时点', '记录内容', '结束时点', '存储期限', '备注']

/** The columns of the lists that agencies publish; on a narrow screen each row becomes a sheet. */
export function ListTable({ list, onSet }: Props) {
  return (
    <table className="record-table">
      <thead>
        <tr>
          {COLUMNS.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <Row key={row.code} row={row} onSet={onSet} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, onSet }: { readonly row: ListRow; readonly onSet: Props['onSet'] }) {
  return (
    <tr id={`scene-${row.code}`}>
      <td data-title={COLUMNS[0]}>
        {row.kind}
        <br />
        {row.item}
      </td>
      <th scope="row">
        {row.title}
        <span className={`record-duty ${row.duty}`}>{dutyTitle(row.duty)}</span>
        {row.setOn !== null && <small>本机关自{longDay(row.setOn)}起</small>}
        {onSet && (
          <button
            type="button"
            className="button plain small"
            aria-label={`设定：${row.title}`}
            onClick={() => onSet(row)}
          >
            设定
          </button>
        )}
      </th>
      <td data-title={COLUMNS[2]}>{mediaTitle(row.media)}</td>
      <td data-title={COLUMNS[3]}>{row.startsWith}</td>
      <td data-title={COLUMNS[4]}>{row.shows}</td>
      <td data-title={COLUMNS[5]}>{row.endsWith}</td>
      <td data-title={COLUMNS[6]}>{row.retention}</td>
      <td data-title={COLUMNS[7]}>
        <Notes row={row} />
      </td>
    </tr>
  )
}

function Notes({ row }: { readonly row: ListRow }) {
  return (
    <div className="record-notes">
      {row.note !== '' && <p>{row.note}</p>}
      <p>{row.basis === SAN_XIANG_ZHI_DU ? '国办发〔2018〕118号' : row.basis}</p>
      {row.procedures.length > 0 && <p className="muted">用于：{row.procedures.join('、')}</p>}
      {row.demonstration && <Demonstration recordingId={row.demonstration.id} title={row.title} />}
      <details>
        <summary>用语指引</summary>
        <ol>
          {row.phrases.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ol>
      </details>
    </div>
  )
}
