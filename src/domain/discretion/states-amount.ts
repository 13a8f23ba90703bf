const NUMERAL = '[\\d０-９.,〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]'
const STATES = new RegExp(
  `${NUMERAL}\\s*(?:元|圆|倍|%|％|‰)|[百千万]分之|等值|${NUMERAL}[日天](?:以[上下])?[^，；。]{0,12}拘留|${NUMERAL}以[上下][^，；。日月年次]{0,8}罚款`,
)

/** True when a text states an amount: money, a multiple, a share or days of detention. Looks at characters only, so that it can judge the parser. */
export function statesAmount(text: string): boolean {
  return STATES.test(text.slice(0, 10_000))
}
