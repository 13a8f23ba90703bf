/** What the public has a right to: agency, company, document number, law. */
export type ByHandRequest = { readonly byHand: readonly string[]; readonly mustStay: readonly string[] }

/** Why something may not be hidden by hand; nothing when all may. */
export function refuseByHand({ byHand, mustStay }: ByHandRequest): string | undefined {
  const wrong = byHand.find(
    (text) => /^《.*》$/u.test(text.trim()) || mustStay.some((kept) => kept.includes(text.trim())),
  )
  return wrong === undefined
    ? undefined
    : `“${wrong}”是应当公开的内容（机关、单位名称、文号或者法律依据），不能隐去；整份不宜公开的，请定为不公示并写明理由。`
}
