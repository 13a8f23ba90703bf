const [SECOND, MIB, GIB] = [1000, 1024 ** 2, 1024 ** 3]

/** What a strange file may cost; whoever asks for more is stopped, and the original stays as it came. */
export const LIMITS = {
  /** Address space of one child; 4K video needs about one and a half GiB. */
  memoryBytes: 3 * GIB,
  /** A picture of a hundred megapixels is larger than any recorder's. */
  pixels: 120_000_000,
  /** Longer than a day is no recording but a mistake or an attack. */
  durationMs: 24 * 3600 * SECOND,
  webBytes: 16 * GIB,
  pictureBytes: 8 * MIB,
  probeOutputBytes: 1 * MIB,
  probeMs: 60 * SECOND,
  pictureMs: 120 * SECOND,
  /** Decoding and encoding may take so many times the length of the recording, and never more than `webMs`. */
  webPerDuration: 6,
  webLeastMs: 120 * SECOND,
  webMs: 8 * 3600 * SECOND,
} as const

/** How long a child may work through a whole recording. */
export function wholeMs(durationMs: number | null): number {
  const wanted = (durationMs ?? 0) * LIMITS.webPerDuration
  return Math.min(LIMITS.webMs, Math.max(LIMITS.webLeastMs, wanted))
}
