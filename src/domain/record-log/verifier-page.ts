const EMPTY = '<meta name="zhaofa-vkeys" content="">'

const NO_POLICY = '<meta name="zhaofa-policy" content="">'

/**
 * The offline page with the log's keys and its policy filled in, for who downloads it; throws a RangeError for what is no
 * page or no key line.
 */
export function bakeVkeys(page: string, vkeys: readonly string[], policy = ''): string {
  if (page.split(EMPTY).length !== 2) throw new RangeError('the page has no single place for the keys')
  const unfit = vkeys.find((line) => !/^[^\s+"<>&]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(line))
  if (unfit !== undefined) throw new RangeError(`${unfit} is no key line that fits into a page`)
  if (/["<>&]/.test(policy)) throw new RangeError('the policy does not fit into a page')
  const filled = `<meta name="zhaofa-policy" content="${policy.replaceAll('\n', '&#10;')}">`
  return page
    .replace(NO_POLICY, () => filled)
    .replace(EMPTY, () => `<meta name="zhaofa-vkeys" content="${vkeys.join(' ')}">`)
}
