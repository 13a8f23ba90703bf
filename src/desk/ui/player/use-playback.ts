import { type RefObject, useEffect, useRef, useState } from 'react'

export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 2, 4] as const

export type Playback = {
  /** Attached to the video or audio element; a photo has none. */
  readonly element: RefObject<HTMLMediaElement | null>
  readonly positionMs: number
  readonly durationMs: number
  readonly isPlaying: boolean
  readonly rate: number
  readonly hasFailed: boolean
  toggle(): void
  pause(): void
  seek(ms: number): void
  step(ms: number): void
  faster(by: 1 | -1): void
  setRate(rate: number): void
}

/**
 * Position, speed and state of one media element, and what moves it. `knownMs` stands until the browser knows better; with
 * another `shown` there is another element.
 */
export function usePlayback(knownMs: number, startMs: number, shown: string | undefined): Playback {
  const element = useRef<HTMLMediaElement>(null)
  const [positionMs, setPosition] = useState(startMs)
  const [durationMs, setDuration] = useState(knownMs)
  const [isPlaying, setPlaying] = useState(false)
  const [rate, setRateShown] = useState(1)
  const [hasFailed, setFailed] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another file there is another element to listen to
  useEffect(() => {
    const media = element.current
    if (!media) return
    let frame = 0
    const look = () => {
      setPosition(media.currentTime * 1000)
      frame = media.paused ? 0 : requestAnimationFrame(look)
    }
    const on: Record<string, () => void> = {
      loadedmetadata: () => {
        if (Number.isFinite(media.duration)) setDuration(media.duration * 1000)
        if (startMs > 0) media.currentTime = startMs / 1000
      },
      play: () => {
        setPlaying(true)
        look()
      },
      pause: () => setPlaying(false),
      ended: () => setPlaying(false),
      seeked: () => setPosition(media.currentTime * 1000),
      ratechange: () => setRateShown(media.playbackRate),
      error: () => setFailed(true),
    }
    for (const [name, listen] of Object.entries(on)) media.addEventListener(name, listen)
    if (media.readyState >= HTMLMediaElement.HAVE_METADATA) on.loadedmetadata?.()
    if (media.error) setFailed(true)
    return () => {
      cancelAnimationFrame(frame)
      for (const [name, listen] of Object.entries(on)) media.removeEventListener(name, listen)
    }
  }, [startMs, shown])

  const seek = (ms: number) => {
    const at = Math.min(Math.max(0, ms), durationMs)
    setPosition(at)
    if (element.current) element.current.currentTime = at / 1000
  }
  const setRate = (wanted: number) => {
    if (element.current) element.current.playbackRate = wanted
  }
  return {
    element,
    positionMs,
    durationMs,
    isPlaying,
    rate,
    hasFailed,
    toggle: () => toggle(element.current),
    pause: () => element.current?.pause(),
    seek,
    step: (ms) => seek((element.current?.currentTime ?? 0) * 1000 + ms),
    setRate,
    faster: (by) => setRate(RATES[Math.min(RATES.length - 1, Math.max(0, nearest(rate) + by))] ?? 1),
  }
}

function nearest(rate: number): number {
  const at = RATES.findIndex((one) => one >= rate)
  return at === -1 ? RATES.length - 1 : at
}

function toggle(media: HTMLMediaElement | null): void {
  if (!media) return
  if (media.paused) void media.play().catch(() => undefined)
  else media.pause()
}
