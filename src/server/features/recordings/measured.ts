import type { Measured } from '#domain/recording/recipe.ts'

/** What the probe of a file found; empty until it has been probed. */
export type Probe = {
  readonly durationMs?: number | null
  readonly width?: number | null
  readonly height?: number | null
  readonly audioCodec?: string | null
}

/** What a recipe is judged by. What nobody has probed may have sound, and making it will show. */
export function measuredOf(medium: Measured['medium'], probe: Probe): Measured {
  const isProbed = probe.durationMs != null || probe.width != null
  const hasSound = medium === 'audio' || (medium === 'video' && (!isProbed || probe.audioCodec != null))
  return { medium, durationMs: probe.durationMs ?? undefined, hasSound }
}
