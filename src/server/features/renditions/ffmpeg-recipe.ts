import { type Box, type Recipe, type RedactionRecipe, type Span, WHOLE } from '#domain/recording/recipe.ts'

export type Medium = 'photo' | 'audio' | 'video'
export type FfmpegOrder = {
  /** Options before the input. */
  readonly before: readonly string[]
  readonly args: readonly string[]
  /** Name of the result in the working folder. */
  readonly result: string
  readonly mediaType: string
  /** Text that a filter reads from a file beside it. */
  readonly text?: string
}

/** Names of the files in the working folder; being plain, they need no escaping in filters. */
export const TEXT = 'text.txt'
export const FONT = 'font.ttf'

/** Nothing of the original but picture and sound: no place, no device, no thumbnail, no second track. */
const STRIPPED = [
  '-map_metadata',
  '-1',
  '-map_chapters',
  '-1',
  '-dn',
  '-sn',
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
]

const VIDEO = {
  result: 'result.mp4',
  mediaType: 'video/mp4',
  codecs: [
    ...[
      '-map',
      '0:V:0',
      '-map',
      '0:a:0?',
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-crf',
      '18',
      '-pix_fmt',
      'yuv420p',
    ],
    ...['-c:a', 'aac', '-b:a', '160k', '-threads', '2', '-movflags', '+faststart'],
  ],
}
const AUDIO = { result: 'result.m4a', mediaType: 'audio/mp4', codecs: ['-map', '0:a:0', '-c:a', 'aac', '-b:a', '192k'] }
/** Without loss, so that outside of the boxes every pixel is the original's. */
const PHOTO = {
  result: 'result.png',
  mediaType: 'image/png',
  codecs: ['-map', '0:v:0', '-frames:v', '1', '-pix_fmt', 'rgb24'],
}
const KINDS = { video: VIDEO, audio: AUDIO, photo: PHOTO } as const

/** How ffmpeg makes a derivative; the same order on the same program gives the same bytes. */
export function ffmpegOrder(recipe: Recipe, medium: Medium): FfmpegOrder {
  const { result, mediaType, codecs } = KINDS[medium]
  const { before = [], filters = [], text } = partsOf(recipe, medium)
  const args = ['-y', ...codecs, ...filters, ...STRIPPED, ...naming(recipe, medium), result]
  return { before, args, result, mediaType, ...(text === undefined ? {} : { text }) }
}

type Parts = { readonly before?: readonly string[]; readonly filters?: readonly string[]; readonly text?: string }

function partsOf(recipe: Recipe, medium: Medium): Parts {
  if (recipe.kind === 'clip') return { before: cut(recipe), filters: pictureFilter(medium, []) }
  if (recipe.kind === 'redaction')
    return { filters: [...pictureFilter(medium, boxFilters(recipe, medium)), ...soundFilter(recipe)] }
  if (medium === 'audio') return {}
  return { filters: pictureFilter(medium, markFilters()), text: recipe.lines.join('\n') }
}

/** Before the input: found by key frame, then decoded up to the very frame. */
function cut({ fromMs, untilMs }: Span): readonly string[] {
  return ['-ss', seconds(fromMs), '-t', seconds(untilMs - fromMs)]
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3)

function pictureFilter(medium: Medium, filters: readonly string[]): readonly string[] {
  if (medium === 'audio') return []
  // Drawn on plain colours a box has exact edges; H.264 wants an even number of rows and columns.
  const chain = medium === 'photo' ? ['format=rgb24', ...filters] : [...filters, 'pad=ceil(iw/2)*2:ceil(ih/2)*2']
  return ['-vf', chain.join(',')]
}

/** What was on the screen at the first or last instant of a span began a frame earlier: spans are widened, never narrowed. */
const MARGIN_MS = 100

function boxFilters({ boxes }: RedactionRecipe, medium: Medium): readonly string[] {
  // In video two pixels share their colour, so that a box covers both.
  const step = medium === 'photo' ? 1 : 2
  return boxes.map((box) => `drawbox=${edges(box, step)}:color=black:t=fill${during(box)}`)
}

function edges({ x, y, width, height }: Box, step: number): string {
  const low = (side: string, at: number) => `floor(${side}*${at}/${WHOLE}/${step})*${step}`
  const high = (side: string, at: number) => `ceil(${side}*${at}/${WHOLE}/${step})*${step}`
  const size = (side: string, at: number, length: number) => `${high(side, at + length)}-${low(side, at)}`
  return `x='${low('iw', x)}':y='${low('ih', y)}':w='${size('iw', x, width)}':h='${size('ih', y, height)}'`
}

function during({ fromMs, untilMs }: Box): string {
  if (fromMs === undefined || untilMs === undefined) return ''
  return `:enable='between(t,${seconds(Math.max(0, fromMs - MARGIN_MS))},${seconds(untilMs + MARGIN_MS)})'`
}

/** Sound is silenced in pieces of ten milliseconds, each wholly or not at all. */
function soundFilter({ muted }: RedactionRecipe): readonly string[] {
  if (muted.length === 0) return []
  const spans = muted.map(
    ({ fromMs, untilMs }) => `between(t,${seconds(Math.max(0, fromMs - 20))},${seconds(untilMs + 20)})`,
  )
  return ['-af', `aresample=48000,asetnsamples=n=480:p=0,volume=volume=0:enable='${spans.join('+')}'`]
}

/** In five places, so that none can be cut off without the picture. */
function markFilters(): readonly string[] {
  const places = [
    'x=w*0.03:y=h*0.04',
    'x=w*0.97-tw:y=h*0.25',
    'x=(w-tw)/2:y=(h-th)/2',
    'x=w*0.03:y=h*0.75-th',
    'x=w*0.97-tw:y=h*0.96-th',
  ]
  const look = `fontfile=${FONT}:textfile=${TEXT}:expansion=none:fontsize='max(9,min(w/34,h/16))':line_spacing=4`
  return places.map((place) => `drawtext=${look}:fontcolor=white@0.55:borderw=1:bordercolor=black@0.55:${place}`)
}

/** Sound has nothing to draw on: who took the copy stands in what players show about the file. */
function naming(recipe: Recipe, medium: Medium): readonly string[] {
  if (recipe.kind !== 'watermark' || medium !== 'audio') return []
  return ['-metadata', `comment=${recipe.lines.join(' ')}`, '-metadata', `title=${recipe.lines[0] ?? ''}`]
}
