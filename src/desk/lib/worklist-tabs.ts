export const TABS = ['mine', 'soon', 'overdue', 'returned', 'all'] as const
export type Tab = (typeof TABS)[number]

export const TAB_TITLES: Readonly<Record<Tab, string>> = {
  mine: '该我办',
  soon: '快到期',
  overdue: '已逾期',
  returned: '被退回',
  all: '全部',
}
