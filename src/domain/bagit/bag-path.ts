export type BagPath =
  | { readonly ok: true; readonly path: string; readonly isRelative: boolean }
  | { readonly ok: false; readonly sentence: string }

/**
 * A path as a manifest or fetch list writes it, made plain: line ends and, from 1.0 on, the percent sign are encoded. What leads
 * out of the bag, or could on some system, is refused.
 */
export function readBagPath(written: string, version: string): BagPath {
  const isRelative = written.startsWith('./')
  const path = decoded(isRelative ? written.slice(2) : written, version)
  const sentence = refuse(path)
  return sentence === undefined ? { ok: true, path, isRelative } : { ok: false, sentence }
}

/** A path as the writer puts it down (RFC 8493 section 2.1.3). */
export function writeBagPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')
}

function decoded(text: string, version: string): string {
  const lineEnds = text.replaceAll(/%0A/gi, '\n').replaceAll(/%0D/gi, '\r')
  return version === '1.0' ? lineEnds.replaceAll(/%25/g, '%') : lineEnds
}

function refuse(path: string): string | undefined {
  if (path.includes('\0')) return '路径里有空字符。'
  if (/^[/\\]/.test(path) || /^[A-Za-z]:/.test(path)) return '写的是绝对路径，应是包内的相对路径。'
  if (path.startsWith('~')) return '路径以“~”开头，会指到包外的个人文件夹。'
  if (/(^|[/\\])\.\.([/\\]|$)/.test(path)) return '路径里有“..”，会指到包外。'
  if (path.split('/').some((part) => part === '' || part === '.')) return '路径里有空的或者“.”的一节。'
  return undefined
}
