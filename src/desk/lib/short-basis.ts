const DOCUMENT = /^《[^》]+》（([^（）]+号)）(.*)$/

/** A document by its number alone, where its whole title would push aside what it stands beside; an article as it is. */
export function shortBasis(basis: string): string {
  return basis.replace(DOCUMENT, '$1$2')
}
