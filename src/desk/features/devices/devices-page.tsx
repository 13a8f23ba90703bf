import './devices.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { EQUIPMENT } from '#domain/access/permissions.ts'
import { devicesQuery } from '../../lib/devices-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useMay } from '../../lib/session-context.ts'
import { useTitle } from '../../lib/use-title.ts'
import { DeviceForm } from './device-form.tsx'
import { DeviceLine } from './device-line.tsx'

/** The agency's recorders and cameras: who has which, since when, and what it has brought. */
export function DevicesPage() {
  const { data: devices, error } = useQuery(devicesQuery)
  const [isAdding, setAdding] = useState(false)
  const mayKeep = useMay(EQUIPMENT)
  useTitle('记录设备')
  return (
    <main className="devices" aria-label="记录设备">
      <Link to="/recordings">音像</Link>
      <h1>记录设备</h1>
      <p className="muted">每一条音像记录按拍摄当日核对设备由谁持有；移交和停用要写在发生的那一天。</p>
      {mayKeep ? (
        !isAdding && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            登记设备
          </button>
        )
      ) : (
        <p className="hint">登记、移交和停用由承办机构负责人、机关负责人办理。</p>
      )}
      {isAdding && <DeviceForm onClose={() => setAdding(false)} />}
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ul aria-label="记录设备清单">
        {devices?.map((device) => (
          <DeviceLine key={device.id} device={device} mayKeep={mayKeep} />
        ))}
      </ul>
      {devices?.length === 0 && (
        <div className="empty">
          <h2>还没有登记设备</h2>
          <p>先登记执法记录仪和摄像机，采集站才认得是哪一台；没有登记设备的，也可以在办案端存入。</p>
        </div>
      )}
    </main>
  )
}
