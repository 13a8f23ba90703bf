export type DocumentNumber = {
  /** 机关代字, e.g. 南青市监. */
  readonly agencyWord: string
  /** 类型字, e.g. 罚决. */
  readonly word: string
  readonly year: number
  readonly serial: number
}

/** 文号 as printed: the year in 〔〕 (U+3014, U+3015), the serial without leading zeros (党政机关公文格式 GB/T 9704 7.2.5). */
export function formatDocumentNumber({ agencyWord, word, year, serial }: DocumentNumber): string {
  const isWhole = Number.isSafeInteger(serial) && serial > 0 && Number.isInteger(year) && year >= 1949 && year <= 9999
  if (!isWhole) throw new Error(`文号的年份应为四位数、序号应为正整数，现为 ${year}、${serial}`)
  return `${agencyWord}${word}〔${year}〕${serial}号`
}
