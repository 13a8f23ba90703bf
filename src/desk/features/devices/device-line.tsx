import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Device } from '#contract/devices.ts'
import { DEVICE_KIND_TITLES } from '#domain/recording/device.ts'
import { dayAndTimeOf, longDay } from '../../lib/office-time.ts'
import { ApprovalForm } from './approval-form.tsx'
import { DeviceButtons, type DeviceForm } from './device-buttons.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { RetireForm } from './retire-form.tsx'

type Props = { readonly device: Device; readonly mayKeep: boolean }

/** One device; handing over and retiring open under its line. */
export function DeviceLine({ device, mayKeep }: Props) {
  const [open, setOpen] = useState<DeviceForm>()
  const { code, kind, untilOn, recordings, lastCapturedAt } = device
  const facts = [
    `${DEVICE_KIND_TITLES[kind]}，${device.class} 类`,
    device.model,
    recordings === 0 ? '还没有记录' : `记录 ${recordings} 条`,
    lastCapturedAt && `最近 ${dayAndTimeOf(lastCapturedAt)}`,
  ].filter(Boolean)
  const close = () => setOpen(undefined)
  return (
    <li className="device" data-retired={untilOn !== null || undefined}>
      <div className="device-words">
        <b>{code}</b>
        <small>{facts.join(' · ')}</small>
      </div>
      <p className="device-holder">{holderWords(device)}</p>
      <div className="buttons">
        <Link to="/recordings" search={{ device: device.id }} className="button plain small">
          看它的记录
        </Link>
        {mayKeep && untilOn === null && <DeviceButtons device={device} open={open} onOpen={setOpen} />}
      </div>
      {open === 'hand-over' && <HandOverForm device={device} onClose={close} />}
      {open === 'approval' && <ApprovalForm device={device} onClose={close} />}
      {open === 'retire' && <RetireForm device={device} onClose={close} />}
    </li>
  )
}

function holderWords({ untilOn, holder, heldFromOn, place, fromOn }: Device): string {
  if (untilOn !== null) return `已停用，最后一日 ${longDay(untilOn)}`
  if (holder) return `${holder.name}持有，${longDay(heldFromOn ?? fromOn)}起`
  return place === '' ? '在库，没有配发' : `装在${place}`
}
