import { formatVkey, type Vkey } from './vkey.ts'

/** Who must have signed a checkpoint before one relies on it (C2SP tlog-policy). */
export type Policy = {
  readonly logs: readonly Vkey[]
  readonly witnesses: readonly Witness[]
  readonly quorum: Rule
}

export type Witness = { readonly name: string; readonly vkey: Vkey; readonly url?: string | undefined }

/** One witness, or at least so many of several rules; `least` 0 asks for nobody. */
export type Rule = { readonly witness: string } | { readonly least: number; readonly of: readonly Rule[] }

/** Whether these witnesses, by their names in the policy, are enough. */
export function meetsRule(rule: Rule, cosigned: ReadonlySet<string>): boolean {
  if ('witness' in rule) return cosigned.has(rule.witness)
  return rule.of.filter((each) => meetsRule(each, cosigned)).length >= rule.least
}

/** The plainest policy: at least so many of these witnesses. */
export function policyOf(logs: readonly Vkey[], witnesses: readonly Witness[], least: number): Policy {
  return { logs, witnesses, quorum: { least, of: witnesses.map(({ name }) => ({ witness: name })) } }
}

/** The text of a policy whose quorum is one group of witnesses, as `policyOf` makes it; addresses are left out. */
export function formatPolicy({ logs, witnesses, quorum }: Policy): string {
  const least = 'least' in quorum ? quorum.least : 1
  const rule =
    least === 0
      ? ['quorum none']
      : [`group witnesses ${least} ${witnesses.map(({ name }) => name).join(' ')}`, 'quorum witnesses']
  const lines = [
    ...logs.map((vkey) => `log ${formatVkey(vkey)}`),
    ...witnesses.map(({ name, vkey }) => `witness ${name} ${formatVkey(vkey)}`),
    ...rule,
  ]
  return `${lines.join('\n')}\n`
}
