import { Dialog } from '../ui/dialog.tsx'

const SHORTCUTS = [
  ['Ctrl K / ⌘ K', '查找案件、去别的页面、办这一步'],
  ['/', '到搜索框'],
  ['j　k', '列表里往下、往上'],
  ['Enter', '打开这一行'],
  ['e', '编辑：到表单的第一栏'],
  ['Ctrl S / ⌘ S', '马上保存草稿'],
  ['?', '这张表'],
  ['Esc', '关上浮在上面的东西'],
] as const

export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="快捷键" onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
