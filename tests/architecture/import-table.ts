export type Row = {
  /** Folder or file; the most specific row that holds the importing file applies. Own files are always allowed. */
  readonly room: string
  readonly own: readonly string[]
  /** Packages; `*` stands for every one. */
  readonly packages: readonly string[]
  readonly why: string
}

const ANY = ['*'] as const
const SERVER_ROOMS = ['http', 'db', 'blobs', 'record-log', 'jobs'].map((room) => `src/server/${room}`)
/** Plain files of the server that its rooms and the portal may know. */
const SERVER_FILES = ['config', 'context', 'clock', 'ids', 'log', 'operator-error'].map(
  (name) => `src/server/${name}.ts`,
)
const PURE = ['src/domain', 'src/procedures', 'src/contract']

/** Section 2 of ARCHITECTURE.md. */
export const IMPORT_TABLE: readonly Row[] = [
  {
    room: 'src/domain/record-log',
    own: [],
    packages: [],
    why: 'an outsider verifies with this alone, so digest and signature check come as arguments',
  },
  {
    room: 'src/domain',
    own: [],
    packages: [],
    why: 'the domain is pure: no files, no network, no clock, no randomness, so that it can be proved and run anywhere',
  },
  {
    room: 'src/procedures',
    own: ['src/domain'],
    packages: [],
    why: 'a procedure is data: it knows the vocabulary of the domain and nothing else',
  },
  {
    room: 'src/contract',
    own: ['src/domain'],
    packages: ['zod'],
    why: 'the contract is read by server and browser alike',
  },
  ...SERVER_ROOMS.map((room) => ({
    room,
    own: ['src/domain', 'src/contract', ...SERVER_ROOMS, ...SERVER_FILES],
    packages: ANY,
    why: 'a server room carries the features and never knows them; only app.ts and main.ts see all',
  })),
  {
    room: 'src/server/features',
    own: [...PURE, ...SERVER_ROOMS, ...SERVER_FILES],
    packages: ANY,
    why: 'a feature stands on the server rooms; another feature is reached through its index.ts only',
  },
  {
    room: 'src/server',
    own: PURE,
    packages: ANY,
    why: 'the server does not know portal, desk or commands',
  },
  {
    room: 'src/portal',
    own: [...PURE, 'src/server/http', 'src/server/db', 'src/server/blobs/named-files.ts', ...SERVER_FILES],
    packages: ANY,
    why: 'the portal reads the published schema through a role of its own; nothing of the office is in its process',
  },
  { room: 'src/desk', own: PURE, packages: ANY, why: 'the desk runs in browsers; what the server knows stays there' },
  {
    room: 'src/verifier',
    own: ['src/domain/record-log'],
    packages: ['@noble/hashes', '@noble/curves'],
    why: 'the verifier must be small enough to be read whole by an outsider',
  },
  {
    room: 'src/cli',
    own: [...PURE, 'src/server', 'src/portal', 'src/verifier'],
    packages: ['node:*'],
    why: 'commands are doors: what they do stands in the rooms behind them',
  },
]
