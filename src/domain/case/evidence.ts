/** Evidence that is a recording of the case, or a moment or span of it; the digests are those of the file that is shown. */
export type Exhibit = {
  readonly recording: string
  readonly mark?: string
  readonly derivative?: string
  /** Milliseconds of the original from its beginning. */
  readonly fromMs?: number
  readonly untilMs?: number
}

/** Which record of which monitoring device it is; there is none that nobody has reviewed and passed (行政处罚法第四十一条第二款). */
export type Monitored = {
  readonly recording: string
  readonly device: string
  readonly capturedAt: string
}

export type Evidence = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly source: string
  /** 证明目的; absent in cases from before it was asked. */
  readonly proves?: string
  readonly sha256?: string
  readonly sm3?: string
  readonly size?: number
  readonly mediaType?: string
  readonly fileName?: string
  readonly exhibit?: Exhibit
  /** A covered version of a photograph of the evidence; the digests are those of the version. */
  readonly covers?: { readonly evidence: string; readonly derivative: string }
  readonly monitored?: Monitored
  /** The case in which it was added; this one only refers to it, and the file is there once. */
  readonly from?: string
}
