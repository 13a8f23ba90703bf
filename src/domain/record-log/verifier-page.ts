const EMPTY = '<meta name="zhaofa-vkeys" content="">'

/** The offline page with the log's keys filled in, for who downloads it; throws a RangeError for what is no page or no key line. */
export function bakeVkeys(page: string, vkeys: readonly string[]): string {
  if (page.split(EMPTY).length !== 2) throw new RangeError('the page has no single place for the keys')
  const unfit = vkeys.find((line) => !/^[^\s+"<>&]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(line))
  if (unfit !== undefined) throw new RangeError(`${unfit} is no key line that fits into a page`)
  return page.replace(EMPTY, () => `<meta name="zhaofa-vkeys" content="${vkeys.join(' ')}">`)
}
