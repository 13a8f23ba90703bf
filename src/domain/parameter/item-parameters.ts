import { parameter } from './parameter.ts'

export const ITEM_PARAMETERS = {
  'items.typed-without-list': parameter('flag', '还没有事项清单的机关，可以自行填写事项和依据', true, {
    basis: '没有全国统一规定；国办发〔2018〕118号、国办发〔2024〕54号要求事项先公布再实施',
    origin: 'region',
    verified: false,
  }),
} as const
