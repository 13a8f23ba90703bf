import type { SaveState } from '../../lib/case/draft-saver.ts'
import { timeOf } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'

/** Whether what is typed is safe: always in sight, and said when it changes. */
export function SaveLine({ state }: { readonly state: SaveState }) {
  return (
    <p className={state.is === 'failed' || state.is === 'conflict' ? 'save-line late' : 'save-line'} aria-live="polite">
      {wordsOf(state)}
    </p>
  )
}

function wordsOf(state: SaveState): string {
  switch (state.is) {
    case 'untouched':
      return '填写时自动保存草稿'
    case 'saved':
      return state.at ? `已保存 ${timeOf(state.at)}` : '已保存'
    case 'failed':
      return `草稿没有保存：${sentenceOf(state.error)}`
    case 'conflict':
      return '草稿没有保存：另一人也改了这张表，请先选定'
    default:
      return '正在保存…'
  }
}
