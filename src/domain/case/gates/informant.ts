import type { Gate } from '../../procedure/definition.ts'
import { textOf } from '../view.ts'

export const repliedByToday: Gate = {
  id: 'replied-by-today',
  basis: '《市场监督管理投诉举报处理暂行办法》第三十一条',
  judgesInput: true,
  field: 'replied-on',
  refuse: (view) => (textOf(view, 'replied-on') > view.env.today ? '答复的日期不能晚于今天' : undefined),
}
