import { parameter } from './parameter.ts'

/** How often an enterprise is visited, and what becomes of the result. */
export const INSPECTION_PARAMETERS = {
  'inspection.yearly-cap': parameter('count', '同一机关对同一企业年度检查频次上限', 4, {
    basis: '没有全国统一规定；国办发〔2024〕54号要求各机关公布年度频次上限',
    origin: 'region',
    verified: false,
  }),
  'inspection.fruitless-visits': parameter('count', '同一人员连续检查没有发现问题的次数，达到后须说明原因', 3, {
    basis: '没有全国统一规定；默认值取自成都市“一码检查”的做法',
    origin: 'region',
    verified: false,
  }),
  'non-site.inform-term': parameter('working-days', '监控记录审核后告知当事人违法事实', 15, {
    basis: '没有全国统一规定；《行政处罚法》第四十一条第三款只要求及时告知',
    origin: 'region',
    verified: false,
  }),
} as const
