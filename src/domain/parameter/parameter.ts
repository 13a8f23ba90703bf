/** What kind of value a parameter has; lengths are whole numbers of the unit that the kind names. */
export type ParameterKind =
  | 'days'
  | 'working-days'
  | 'hours'
  | 'months'
  | 'years'
  | 'count'
  | 'ratio'
  | 'fen'
  | 'flag'
  | 'choice'
  | 'list'
  | 'text'
  | 'by-name'

/** Where a default comes from: the whole country, one field of administration, or one region's practice. */
export type ParameterOrigin = 'national' | 'field' | 'region'

type ValueByKind = {
  readonly days: number
  readonly 'working-days': number
  readonly hours: number
  readonly months: number
  readonly years: number
  readonly count: number
  /** Parts in ten thousand, so that money stays in whole fen. */
  readonly ratio: number
  readonly fen: number
  readonly flag: boolean
  readonly choice: string
  readonly list: readonly string[]
  readonly text: string
  /** Names that the place gives, each with one of the choices. */
  readonly 'by-name': Readonly<Record<string, string>>
}

/** The type of the values of a kind. */
export type ValueOfKind<Kind extends ParameterKind> = ValueByKind[Kind]

/** A number or switch that differs by place; `basis` is the source of the default, empty where no law gives one. */
export type Parameter<Kind extends ParameterKind = ParameterKind> = {
  readonly title: string
  readonly kind: Kind
  readonly unit: string
  readonly default: ValueByKind[Kind]
  readonly basis: string
  readonly origin: ParameterOrigin
  /** False while the source has not been compared with the official text. */
  readonly verified: boolean
  readonly choices?: readonly string[]
}

const UNITS = {
  days: '日',
  'working-days': '工作日',
  hours: '小时',
  months: '月',
  years: '年',
  count: '次',
  ratio: '万分之',
  fen: '分',
  flag: '',
  choice: '',
  list: '',
  text: '',
  'by-name': '',
} as const satisfies Record<ParameterKind, string>

type Source = {
  readonly basis: string
  readonly origin?: ParameterOrigin
  readonly verified?: boolean
  readonly choices?: readonly string[]
}

/** Declares a parameter; its source is national and verified unless it says otherwise. */
export function parameter<Kind extends ParameterKind>(
  kind: Kind,
  title: string,
  value: ValueByKind[Kind],
  source: Source,
): Parameter<Kind> {
  return { title, kind, unit: UNITS[kind], default: value, origin: 'national', verified: true, ...source }
}
