const ON_THE_SPOT = '现场当场交付当事人'
const WITH_MEASURE = '随行政强制措施当场交付'
const SIGNED_THERE = '现场制作、当场核对签名'

/** Papers that officers hand over where they meet the party, and why; a portable printer prints them on narrow paper too. By the code of the kind. */
export const STRIP_KINDS: Readonly<Record<string, string>> = {
  'summary-decision': '当场作出、当场交付（行政处罚法第五十二条）',
  'payment-notice': '随当场作出的决定一起交付',
  'correction-order': ON_THE_SPOT,
  'correction-review': '复查现场交付当事人',
  'on-site-measure': ON_THE_SPOT,
  'inspection-notice': '检查前出示、交付被检查人',
  'inspection-result': '检查后交付被检查人',
  'inspection-record': SIGNED_THERE,
  'scene-record': SIGNED_THERE,
  'preservation-notice': ON_THE_SPOT,
  'preservation-list': '当场清点，当事人一份',
  'sampling-record': '当场抽取，当事人一份',
  'seizure-decision': `${WITH_MEASURE}（行政强制法第二十四条）`,
  'seizure-list': `${WITH_MEASURE}（行政强制法第二十四条）`,
  'coercion-record': SIGNED_THERE,
  'delivery-receipt': '直接送达的，当场签收',
}
