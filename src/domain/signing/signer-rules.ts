import type { Refusal } from '../case/refusal.ts'
import type { CaseState } from '../case/state.ts'
import { type RefusalInput, SIGNER_WORDS, type SignatureInput, type Signing } from './signing-input.ts'
import { refuseStrokes } from './strokes.ts'

const NAME = { least: 2, most: 40 }
const badInput = (field: string, sentence: string, basis = ''): Refusal => ({ gate: 'input', basis, sentence, field })

/** What is wrong with the signer, all at once. */
export function refuseSigner(signing: Signing): readonly Refusal[] {
  const { input, actor, state, paper } = signing
  const given = (state.signatures ?? []).filter(({ document }) => document === paper.id)
  if (input.as === 'officer')
    return twice(
      signing,
      '您',
      given.some(({ person }) => person === actor.id),
    )
  const name = (input.name ?? '').trim()
  const isName = name.length >= NAME.least && name.length <= NAME.most
  const has = given.some((item) => item.as === input.as && item.name === name)
  const nameless = isName ? [] : [badInput('name', `请写明${SIGNER_WORDS[input.as]}的姓名`)]
  return [...nameless, ...twice(signing, name, has), ...refuseParty(signing)]
}

function twice({ wants }: Signing, who: string, has: boolean): readonly Refusal[] {
  if (!has) return []
  return [{ gate: 'signed-twice', basis: wants.basis, sentence: `${who}已经在这份文书上签过名，不用再签` }]
}

/** The party whom the paper addresses, or one of the case. */
function refuseParty({ state, document, input }: Signing): readonly Refusal[] {
  if (input.as !== 'party' || input.party === undefined) return []
  const isOurs = state.parties.some(({ id }) => id === input.party)
  if (isOurs && (document.party ?? input.party) === input.party) return []
  return [badInput('party', '签名人所属的当事人不是这份文书的当事人')]
}

/** Drawn by hand, or typed before the officer's eyes. */
export function refuseHand({ input: { how, strokes } }: Signing<SignatureInput>): readonly Refusal[] {
  if (how === 'typed') return strokes.length === 0 ? [] : [badInput('strokes', '键盘输入姓名的，不用再手写签名')]
  const bad = refuseStrokes(strokes)
  return bad ? [badInput('strokes', `${bad}；不能手写的，可以用键盘输入姓名`)] : []
}

/** A refusal is noted with its reason, and proved by a witness or by what was recorded. */
export function refuseRefusal({ input, state, wants }: Signing<RefusalInput>): readonly Refusal[] {
  const { as, reason, witness, recording } = input
  const officer = as === 'officer' ? '执法人员的签名不能记作拒签' : undefined
  const unreasoned = reason.trim().length < 2 ? '请写明拒绝签名的理由；没有说明的，写“未说明理由”' : undefined
  const found: readonly [string, string | undefined][] = [
    ['as', officer],
    ['reason', unreasoned],
    ['witness', witness ? refuseWitness(witness) : refuseUnproved(recording)],
    ['recording', refuseRecording(state, recording)],
  ]
  return found.flatMap(([field, sentence]) => (sentence ? [badInput(field, sentence, wants.basis)] : []))
}

function refuseUnproved(recording: string | undefined): string | undefined {
  return recording ? undefined : '拒绝签名的，应当有见证人，或者有当时的音像记录，二者至少有其一'
}

function refuseWitness({ name, strokes }: NonNullable<RefusalInput['witness']>): string | undefined {
  if (name.trim().length < NAME.least) return '请写明见证人的姓名'
  return strokes.length > 0 ? refuseStrokes(strokes) : undefined
}

function refuseRecording({ recordings = [] }: CaseState, wanted: string | undefined): string | undefined {
  const isBound = recordings.some(({ recording }) => recording === wanted)
  return wanted && !isBound ? '请选择已经绑定在本案的音像记录' : undefined
}
