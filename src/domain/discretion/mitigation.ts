import type { Basis } from '../procedure/definition.ts'

/** Circumstances that lead to a lighter or mitigated penalty, each by its clause; all of them are a duty, not a favour. */
export const MITIGATIONS: Readonly<Record<string, Basis>> = {
  主动消除或者减轻违法行为危害后果: '《行政处罚法》第三十二条第一项',
  受他人胁迫或者诱骗实施违法行为: '《行政处罚法》第三十二条第二项',
  主动供述行政机关尚未掌握的违法行为: '《行政处罚法》第三十二条第三项',
  配合行政机关查处违法行为有立功表现: '《行政处罚法》第三十二条第四项',
  已满十四周岁不满十八周岁: '《行政处罚法》第三十条',
  '法律、法规、规章规定其他应当从轻或者减轻的': '《行政处罚法》第三十二条第五项',
}

export const NO_MITIGATION = '无'
