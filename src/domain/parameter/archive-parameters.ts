import { parameter } from './parameter.ts'

const RETENTION = {
  basis: '没有全国统一的案卷保管期限表；类别取自《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）',
  origin: 'region',
  verified: false,
  choices: ['永久', '30年', '10年'],
} as const

/** How long dossiers are kept and how they are laid out; the term for making them stands with the penalty. */
export const ARCHIVE_PARAMETERS = {
  'archive.arrangement': parameter('choice', '卷内材料的排列', 'time', {
    basis: '没有全国统一规定；有的地方决定书和送达回证置前',
    origin: 'region',
    verified: false,
    choices: ['time', 'conclusion-first'],
  }),
  'archive.retention-major': parameter('choice', '重大、复杂或者经过听证的案件，保管期限', '永久', RETENTION),
  'archive.retention-ordinary': parameter('choice', '作出决定的案件，保管期限', '30年', RETENTION),
  'archive.retention-undecided': parameter('choice', '没有作出处罚、许可决定的案件，保管期限', '10年', RETENTION),
} as const
