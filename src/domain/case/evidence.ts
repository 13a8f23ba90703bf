/** Evidence that is a recording of the case, or a moment or span of it; the digests are those of the file that is shown. */
export type Exhibit = {
  readonly recording: string
  readonly mark?: string
  readonly derivative?: string
  /** Milliseconds of the original from its beginning. */
  readonly fromMs?: number
  readonly untilMs?: number
}

export type Evidence = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly source: string
  readonly sha256?: string
  readonly sm3?: string
  readonly size?: number
  readonly mediaType?: string
  readonly fileName?: string
  readonly exhibit?: Exhibit
  /** A covered version of a photograph of the evidence; the digests are those of the version. */
  readonly covers?: { readonly evidence: string; readonly derivative: string }
  /** The case in which it was added; this one only refers to it, and the file is there once. */
  readonly from?: string
}
