import { KEPT, type ThingRow } from '#domain/custody/thing.ts'

export type ThingColumn = {
  readonly key: Exclude<keyof ThingRow, 'photos'>
  readonly title: string
  readonly choices?: readonly string[]
  readonly isNumber?: true
}

/** The columns of a list as they are typed in, in the order of the paper. */
export const THING_COLUMNS: readonly ThingColumn[] = [
  { key: 'name', title: '名称' },
  { key: 'spec', title: '规格型号' },
  { key: 'quantity', title: '数量', isNumber: true },
  { key: 'unit', title: '单位' },
  { key: 'value', title: '价值（元）', isNumber: true },
  { key: 'condition', title: '状态' },
  { key: 'place', title: '存放地点' },
  { key: 'kept', title: '保存方式', choices: Object.keys(KEPT) },
  { key: 'seal', title: '封条编号' },
]
