import { formatPolicy, type Policy, policyOf } from '#domain/record-log/policy.ts'
import { type AskedWitness, parseWitnesses } from '#domain/record-log/witness-list.ts'
import type { Config } from '../config.ts'
import { sha256 } from './ed25519.ts'
import type { LogKeys } from './signing-key.ts'

export type WitnessConfig = Pick<Config, 'recordLog'>

/** The witnesses that the office has chosen; the environment was checked at the start. */
export const askedWitnesses = ({ recordLog }: WitnessConfig): readonly AskedWitness[] =>
  parseWitnesses(sha256, recordLog.witnesses) ?? []

/** By what a checkpoint of this log may be relied on; without witnesses the log's own signature is enough. */
export const officePolicy = (config: WitnessConfig, { vkeys }: LogKeys): Policy =>
  policyOf(vkeys, askedWitnesses(config), config.recordLog.quorum)

/** The same for who must not refuse what was signed before there were witnesses: those that are there are verified and named. */
export const lenientPolicy = (config: WitnessConfig, keys: LogKeys): string =>
  formatPolicy({ ...officePolicy(config, keys), quorum: { least: 0, of: [] } })
