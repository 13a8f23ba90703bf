const SHORT = 8

/** The first three and the last two characters stay; what is too short to hide is hidden whole. */
export function maskId(idNumber: string): string {
  if (idNumber.length < SHORT) return '*'.repeat(idNumber.length)
  return `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 5)}${idNumber.slice(-2)}`
}
