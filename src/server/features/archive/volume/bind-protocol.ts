/** A file that is bound: papers without a number before and after, numbered pages, or a picture on a sheet of its own. */
export type BoundFile = {
  readonly kind: 'front' | 'pages' | 'image' | 'back'
  readonly bytes: Uint8Array
  readonly title: string
  readonly count: number
}

/** What the parent asks of the thread that binds. */
export type BindOrder =
  | { readonly kind: 'count'; readonly bytes: Uint8Array }
  | { readonly kind: 'begin'; readonly stamps: Uint8Array; readonly about: AboutVolume }
  | BoundFile
  | { readonly kind: 'sheet'; readonly count: number }
  | { readonly kind: 'finish' }

/** What the volume says of itself. */
export type AboutVolume = {
  readonly title: string
  readonly author: string
  readonly keywords: string
  /** Midnight of the day on which it was sealed: a volume that is made again has the same bytes. */
  readonly at: string
}

export type BoundVolume = {
  readonly pdf: Uint8Array
  readonly frontPages: number
  readonly numberedPages: number
  readonly backPages: number
  /** Why PDF/A-2b is not declared; empty where it is. */
  readonly because: readonly string[]
}

export type BindAnswer =
  | { readonly kind: 'counted'; readonly pages: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'bound'; readonly volume: BoundVolume }
  | { readonly kind: 'problem'; readonly sentence: string }
