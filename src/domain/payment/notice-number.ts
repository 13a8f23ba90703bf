const NUMBER = /([\p{Script=Han}A-Za-z]{2,30})[〔[【(](\d{4})[〕\]】)]第?0*(\d{1,6})号?/gu
const SHORTEST_WORD = 2

/**
 * Every 文号 that may be meant in what the bank passed on, as the office prints it; words before a number run into it without a
 * mark, so that each shorter beginning may be meant as well. The longest stands first.
 */
export function noticeNumbersIn(text: string): readonly string[] {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  return [...plain.matchAll(NUMBER)].flatMap(([, word = '', year, serial]) =>
    Array.from({ length: word.length - SHORTEST_WORD + 1 }, (_, cut) => `${word.slice(cut)}〔${year}〕${serial}号`),
  )
}
