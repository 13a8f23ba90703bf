/** Why an investigation may be suspended or terminated at all; which of these hold is set by the rules of a field. */
export const SUSPENSION_GROUNDS = [
  '须以尚未审结的案件或者尚未作出的决定为依据',
  '须送请有权机关解释或者确认法律适用',
  '因不可抗力暂时无法调查',
  '当事人下落不明，暂时无法调查',
] as const

export const TERMINATION_GROUNDS = ['自然人死亡或者单位终止，没有权利义务承受人，调查无法继续'] as const
