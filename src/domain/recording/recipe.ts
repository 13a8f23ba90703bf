/** Milliseconds from the beginning, the end not included. */
export type Span = { readonly fromMs: number; readonly untilMs: number }

/** In ten-thousandths of the picture as it is shown, so that it means the same on every size of it; the whole time unless a span is given. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fromMs?: number | undefined
  readonly untilMs?: number | undefined
}

export type ClipRecipe = Span & { readonly kind: 'clip' }
export type RedactionRecipe = {
  readonly kind: 'redaction'
  readonly boxes: readonly Box[]
  readonly muted: readonly Span[]
}
/** The name of who takes the copy away, over the picture; the number is that of the viewing. */
export type WatermarkRecipe = {
  readonly kind: 'watermark'
  readonly lines: readonly string[]
  readonly viewing: string
}
export type Recipe = ClipRecipe | RedactionRecipe | WatermarkRecipe

/** What is known of the original; a length that nobody measured is undefined. */
export type Measured = {
  readonly medium: 'photo' | 'audio' | 'video'
  readonly durationMs: number | undefined
  readonly hasSound: boolean
}

export type RecipeProblem = { readonly pointer: string; readonly sentence: string }

export const MAX_BOXES = 40
export const MAX_SPANS = 100
/** All of the picture, in its own unit. */
export const WHOLE = 10_000

/** Everything that keeps a recipe from being made of this recording; empty when it can be. */
export function checkRecipe(recipe: ClipRecipe | RedactionRecipe, measured: Measured): readonly RecipeProblem[] {
  if (recipe.kind === 'clip') return checkClip(recipe, measured)
  return [...checkAmount(recipe), ...checkBoxes(recipe, measured), ...checkMuted(recipe, measured)]
}

function checkClip(recipe: ClipRecipe, measured: Measured): readonly RecipeProblem[] {
  if (measured.medium === 'photo') return [{ pointer: '/recipe', sentence: '照片没有时间，不能截取片段。' }]
  return checkSpan(recipe, '/recipe', measured)
}

function checkAmount({ boxes, muted }: RedactionRecipe): readonly RecipeProblem[] {
  if (boxes.length + muted.length === 0)
    return [{ pointer: '/recipe', sentence: '请至少画一个遮盖的框，或者选一段静音。' }]
  return [
    ...(boxes.length > MAX_BOXES ? [{ pointer: '/recipe/boxes', sentence: `一次最多 ${MAX_BOXES} 个框。` }] : []),
    ...(muted.length > MAX_SPANS ? [{ pointer: '/recipe/muted', sentence: `一次最多 ${MAX_SPANS} 段静音。` }] : []),
  ]
}

function checkBoxes({ boxes }: RedactionRecipe, measured: Measured): readonly RecipeProblem[] {
  if (boxes.length > 0 && measured.medium === 'audio')
    return [{ pointer: '/recipe/boxes', sentence: '录音没有画面，只能静音。' }]
  return boxes.flatMap((box, index) => checkBox(box, `/recipe/boxes/${index}`, measured))
}

function checkBox(box: Box, pointer: string, measured: Measured): readonly RecipeProblem[] {
  const { x, y, width, height } = box
  if (width <= 0 || height <= 0) return [{ pointer, sentence: '框的宽和高应当大于零。' }]
  if (Math.min(x, y) < 0 || Math.max(x + width, y + height) > WHOLE)
    return [{ pointer, sentence: '框应当整个在画面以内。' }]
  return checkTimes(box, pointer, measured)
}

function checkTimes({ fromMs, untilMs }: Box, pointer: string, measured: Measured): readonly RecipeProblem[] {
  if (fromMs === undefined && untilMs === undefined) return []
  if (measured.medium === 'photo') return [{ pointer, sentence: '照片没有时间，框不分时段。' }]
  if (fromMs === undefined || untilMs === undefined) return [{ pointer, sentence: '框的时段应当有始有终。' }]
  return checkSpan({ fromMs, untilMs }, pointer, measured)
}

function checkMuted({ muted }: RedactionRecipe, measured: Measured): readonly RecipeProblem[] {
  if (muted.length > 0 && !measured.hasSound)
    return [{ pointer: '/recipe/muted', sentence: '这份记录没有声音，不用静音。' }]
  return muted.flatMap((span, index) => checkSpan(span, `/recipe/muted/${index}`, measured))
}

function checkSpan({ fromMs, untilMs }: Span, pointer: string, { durationMs }: Measured): readonly RecipeProblem[] {
  if (fromMs < 0) return [{ pointer, sentence: '起点不能在记录开始以前。' }]
  if (untilMs <= fromMs) return [{ pointer, sentence: '终点应当在起点以后。' }]
  if (durationMs !== undefined && fromMs >= durationMs)
    return [{ pointer, sentence: `起点在记录之外；这份记录长 ${inWords(durationMs)}。` }]
  if (durationMs !== undefined && untilMs > Math.ceil(durationMs))
    return [{ pointer, sentence: `终点在记录之外；这份记录长 ${inWords(durationMs)}。` }]
  return []
}

/** “1 分 05.2 秒” */
function inWords(ms: number): string {
  const seconds = ms / 1000
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return minutes > 0 ? `${minutes} 分 ${rest.toFixed(1).padStart(4, '0')} 秒` : `${rest.toFixed(1)} 秒`
}
