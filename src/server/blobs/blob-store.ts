import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { DigestThreads } from './digest-threads.ts'
import type { NamedFiles } from './named-files.ts'

/** Lower-case hexadecimal, both over the same bytes. */
export type Digests = { readonly sha256: string; readonly sm3: string }

/** Byte positions, both ends included, as HTTP counts them. */
export type ByteRange = { readonly start: number; readonly end: number }

export type BlobSoundness = 'sound' | 'altered' | 'missing'

/** A file that is still arriving; it is not in the store and nobody can read it as evidence. */
export type StagedFile = {
  size(): Promise<number>
  write(bytes: Uint8Array, at: number): Promise<void>
  truncate(size: number): Promise<void>
  /** Returns when the bytes survive a power cut. */
  sync(): Promise<void>
  read(target: Uint8Array, at: number): Promise<number>
  close(): Promise<void>
}

/** Content-addressed: what a digest names never changes, and the same bytes are stored once. */
export type BlobStore = {
  readonly digests: DigestThreads
  /** Files of the record log and of what is public, in the same place under names of their own. */
  readonly named: NamedFiles
  /** Opens the staged file of an upload, making it when it is new. */
  openStaged(id: string): Promise<StagedFile>
  stagedSize(id: string): Promise<number | undefined>
  /** Staged files that nobody has written since. */
  stagedIds(before: Date): Promise<string[]>
  discardStaged(id: string): Promise<void>
  /** Moves a staged file into the store; may be repeated after a crash. Throws when there is neither file nor blob. */
  keepStaged(id: string, sha256: string): Promise<'stored' | 'known'>
  has(sha256: string): Promise<boolean>
  stat(sha256: string): Promise<{ readonly size: number } | undefined>
  openRange(sha256: string, range?: ByteRange): Readable
  /** Opens a blob that lies on this machine, for reading only; undefined where it lies elsewhere. Throws when it is missing. */
  openLocal(sha256: string): Promise<FileHandle | undefined>
  /** Reads the whole blob again and compares its digest with its name. */
  verify(sha256: string): Promise<BlobSoundness>
  /** How large a file can be taken now: the room on the disk, or the store's own limit for one blob. */
  freeBytes(): Promise<number>
  close(): Promise<void>
}
