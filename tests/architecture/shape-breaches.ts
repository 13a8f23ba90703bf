import { isTest, projectFiles, read, sources } from './source-files.ts'

const LONGEST = 300
const HELD = ['src', 'tests', 'bench', 'scripts']
const GENERATED = 'src/server/db/tables.ts'

/** Files longer than the hard limit; data of procedures, tests and generated files are exempt. */
export function sizeBreaches(): string[] {
  return sources(...HELD)
    .filter((path) => !isTest(path) && path !== GENERATED && !path.startsWith('src/procedures/'))
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONGEST)
    .map(
      ({ path, lines }) => `${path} has ${lines} lines: past ${LONGEST} a file holds more than one concept; split it`,
    )
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/
const VAGUE = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'service', 'misc']

/** Names that are not kebab-case, that say nothing, or that hide a barrel. */
export function nameBreaches(): string[] {
  return projectFiles()
    .filter((path) => HELD.some((folder) => path.startsWith(`${folder}/`)))
    .flatMap(nameBreach)
}

export function nameBreach(path: string): string[] {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const words = parts.flatMap((part) => part.split(/[-.]/))
  const vague = words.find((word) => VAGUE.includes(word))
  const reasons = [
    !KEBAB.test(name) && !path.endsWith('.md') && 'files are kebab-case, named after their main export',
    vague !== undefined && `"${vague}" says nothing; name what it does`,
    /^index\.tsx?$/.test(name) && !mayHaveIndex(path) && 'no barrels, except the index.ts of a feature',
  ]
  return reasons.filter((reason) => typeof reason === 'string').map((why) => `${path}: ${why}`)
}

function mayHaveIndex(path: string): boolean {
  return /^src\/(server|desk)\/features\/[^/]+\/index\.ts$/.test(path) || path === 'src/procedures/index.ts'
}

/** Links that differ by their search alone, and that the router would all mark as open: it compares a part of the search unless told. */
export function tabBreaches(): string[] {
  return sources('src/desk')
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => tabBreach(path, read(path)))
}

export function tabBreach(path: string, text: string): string[] {
  const links = text.match(/<Link\s[^<]*/g) ?? []
  const isTab = (link: string) => /\ssearch=/.test(link) && /aria-current=\{[^}]*'page'/.test(link)
  const bad = links.filter((link) => isTab(link) && !link.includes('activeOptions={BY_SEARCH}'))
  return bad.map(
    () => `${path}: a tab that is known by its search says activeOptions={BY_SEARCH}, or two look open at once`,
  )
}

const IMPURE: readonly { readonly pattern: RegExp; readonly allowed: readonly string[]; readonly why: string }[] = [
  {
    pattern: /\bprocess\.env\b/,
    allowed: ['src/server/config.ts'],
    why: 'the environment is read and checked once, in config.ts',
  },
  {
    pattern: /\bnew Date\(\s*\)|\bDate\.now\(/,
    allowed: ['src/server/clock.ts', 'src/server/ids.ts', 'src/desk/lib/clock.ts'],
    why: 'time comes from the clock, so that a test can choose the day',
  },
  {
    pattern: /\bMath\.random\(/,
    allowed: ['src/server/ids.ts'],
    why: 'chance comes from ids.ts or the seed of a draw, so that it can be replayed',
  },
]

/** Reads of environment, clock and chance outside of their one place. */
export function impurityBreaches(): string[] {
  return sources('src')
    .filter((path) => !isTest(path))
    .flatMap((path) => impurities(path, read(path)))
}

export function impurities(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      IMPURE.filter(({ pattern, allowed }) => pattern.test(line) && !allowed.includes(path) && !isComment(line)).map(
        ({ why }) => `${path}:${index + 1} ${line.trim()}: ${why}`,
      ),
    )
}

const isComment = (line: string): boolean => /^\s*(\/\/|\*|\/\*)/.test(line)

const BROWSER = /from 'playwright-core'/
const AT_ONCE =
  /expect(\.soft)?\(\s*await [^\n]*\.(textContent|innerText|inputValue|count|getAttribute|allTextContents|isVisible|isDisabled|isChecked)\(/

/** Tests that ask once what a screen will show in a moment, or drive a browser beside other files: they fail on a busy machine and prove nothing there. */
export function impatienceBreaches(): string[] {
  return (
    sources('src', 'tests')
      // What holds these rules says in its own words what breaks them.
      .filter((path) => path.endsWith('.test.ts') && path !== 'tests/architecture.test.ts')
      .flatMap((path) => impatience(path, read(path)))
  )
}

export function impatience(path: string, text: string): string[] {
  const besideOthers = !path.endsWith('.journey.test.ts') && BROWSER.test(text)
  const atOnce = text
    .split('\n')
    .flatMap((line, index) =>
      AT_ONCE.test(line) ? [`${path}:${index + 1} ${line.trim()}: poll what a screen shows`] : [],
    )
  return besideOthers ? [`${path}: a browser is driven by a journey, alone on the machine`, ...atOnce] : atOnce
}
