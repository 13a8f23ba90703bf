import type { Basis } from '../procedure/definition.ts'

/** What a circumstance does to the penalty: none at all, below the range, inside its lower or upper part. */
export type FactorEffect = 'no-penalty' | 'mitigation-or-leniency' | 'leniency' | 'severity'

export type Factor = {
  readonly title: string
  readonly effect: FactorEffect
  /** “应当” binds the office, “可以” leaves it the choice. */
  readonly mode: 'must' | 'may'
  readonly basis: Basis
}

/** The circumstances that the statute names, and the common aggravating ones that follow from 过罚相当; an agency's standards add their own. */
export const STATUTORY_FACTORS = {
  'under-14': { title: '不满十四周岁', effect: 'no-penalty', mode: 'must', basis: '《行政处罚法》第三十条' },
  'under-18': {
    title: '已满十四周岁不满十八周岁',
    effect: 'mitigation-or-leniency',
    mode: 'must',
    basis: '《行政处罚法》第三十条',
  },
  'not-accountable': {
    title: '不能辨认或者不能控制自己行为',
    effect: 'no-penalty',
    mode: 'must',
    basis: '《行政处罚法》第三十一条',
  },
  'partly-accountable': {
    title: '尚未完全丧失辨认或者控制能力',
    effect: 'mitigation-or-leniency',
    mode: 'may',
    basis: '《行政处罚法》第三十一条',
  },
  'harm-removed': {
    title: '主动消除或者减轻危害后果',
    effect: 'mitigation-or-leniency',
    mode: 'must',
    basis: '《行政处罚法》第三十二条第一项',
  },
  coerced: {
    title: '受他人胁迫或者诱骗',
    effect: 'mitigation-or-leniency',
    mode: 'must',
    basis: '《行政处罚法》第三十二条第二项',
  },
  confessed: {
    title: '主动供述行政机关尚未掌握的违法行为',
    effect: 'mitigation-or-leniency',
    mode: 'must',
    basis: '《行政处罚法》第三十二条第三项',
  },
  merit: {
    title: '配合查处有立功表现',
    effect: 'mitigation-or-leniency',
    mode: 'must',
    basis: '《行政处罚法》第三十二条第四项',
  },
  'other-mitigation': {
    title: '法律、法规、规章规定的其他从轻、减轻情形',
    effect: 'mitigation-or-leniency',
    mode: 'must',
    basis: '《行政处罚法》第三十二条第五项',
  },
  'minor-corrected': {
    title: '轻微、及时改正且没有危害后果',
    effect: 'no-penalty',
    mode: 'must',
    basis: '《行政处罚法》第三十三条第一款',
  },
  'first-minor-corrected': {
    title: '初次违法、危害后果轻微且及时改正',
    effect: 'no-penalty',
    mode: 'may',
    basis: '《行政处罚法》第三十三条第一款',
  },
  'no-fault': {
    title: '有证据足以证明没有主观过错',
    effect: 'no-penalty',
    mode: 'must',
    basis: '《行政处罚法》第三十三条第二款',
  },
  'public-emergency': {
    title: '重大突发事件期间违反应对措施',
    effect: 'severity',
    mode: 'must',
    basis: '《行政处罚法》第四十九条',
  },
  'repeat-offence': {
    title: '曾因同类违法行为受过处罚',
    effect: 'severity',
    mode: 'may',
    basis: '《行政处罚法》第五条第二款',
  },
  'harm-caused': { title: '造成危害后果', effect: 'severity', mode: 'may', basis: '《行政处罚法》第五条第二款' },
  obstruction: {
    title: '伪造、隐匿、毁灭证据或者阻碍调查',
    effect: 'severity',
    mode: 'may',
    basis: '《行政处罚法》第五条第二款',
  },
} as const satisfies Readonly<Record<string, Factor>>

export type StatutoryFactorCode = keyof typeof STATUTORY_FACTORS
