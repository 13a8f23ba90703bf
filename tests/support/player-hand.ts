import type { Locator, Page } from 'playwright-core'

type Place = readonly [across: number, down: number]

/** Presses at one place of an element and lets go at another; places are parts of its width and height. */
export async function dragAcross(over: Locator, from: Place, to: Place): Promise<void> {
  const box = await over.boundingBox()
  if (!box) throw new Error('there is nothing to drag across')
  const at = ([across, down]: Place) => [box.x + box.width * across, box.y + box.height * down] as const
  const between: Place = [from[0] + (to[0] - from[0]) * 0.6, from[1] + (to[1] - from[1]) * 0.6]
  const { mouse } = over.page()
  await mouse.move(...at(from))
  await mouse.down()
  await mouse.move(...at(between), { steps: 4 })
  await mouse.move(...at(to), { steps: 4 })
  await mouse.up()
}

/** The strongest of red, green and blue at a place of the film; nothing while there is no picture. */
export function colourAt(page: Page, x: number, y: number): Promise<number> {
  return page.locator('.stage video').evaluate(
    (element, [across, down]) => {
      const video = element as HTMLVideoElement
      // A frame is only there to be read once somebody went to it.
      if (video.currentTime < 1) video.currentTime = 1
      if (video.readyState < 2 || video.seeking) return Number.NaN
      const canvas = document.createElement('canvas')
      ;[canvas.width, canvas.height] = [video.videoWidth, video.videoHeight]
      const drawing = canvas.getContext('2d')
      drawing?.drawImage(video, 0, 0)
      const [left, top] = [video.videoWidth * (across ?? 0), video.videoHeight * (down ?? 0)]
      const [red = 0, green = 0, blue = 0] = drawing?.getImageData(left, top, 1, 1).data ?? []
      return Math.max(red, green, blue)
    },
    [x, y],
  )
}

/** Whether the middle of a picture is black; undefined while it is not there. */
export function darkAt(picture: Locator): Promise<boolean | undefined> {
  return picture.evaluate((element) => {
    const { naturalWidth: width, naturalHeight: height, complete } = element as HTMLImageElement
    if (!complete || width === 0) return undefined
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [width, height]
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(element as HTMLImageElement, 0, 0)
    const colours = [...(drawing?.getImageData(width / 2, height / 2, 1, 1).data ?? [])].slice(0, 3)
    return Math.max(...colours) < 12
  })
}
