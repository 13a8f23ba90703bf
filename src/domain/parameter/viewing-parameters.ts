import { parameter } from './parameter.ts'

/** How long one look at a recording lasts before it has to be begun, and recorded, anew. */
export const VIEWING_PARAMETERS = {
  'recording.viewing-term': parameter('hours', '一次查看音像记录的有效时间', 4, {
    basis: '没有全国统一规定；《行政处罚法》第五十条要求保密，由机关定',
    origin: 'region',
    verified: false,
  }),
} as const
