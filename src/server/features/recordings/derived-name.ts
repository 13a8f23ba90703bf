const TITLES = { clip: '片段', redaction: '遮盖', watermark: '带水印' } as const
const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'video/mp4': 'mp4', 'audio/mp4': 'm4a' }

/** “现场（遮盖）.png”: what it is stands in the name, so that nobody takes a copy for the original. */
export function derivedName(original: string, kind: keyof typeof TITLES, mediaType: string): string {
  const stem = original.replace(/\.[^.]{1,8}$/, '').slice(0, 150)
  return `${stem}（${TITLES[kind]}）.${ENDINGS[mediaType] ?? 'bin'}`
}
