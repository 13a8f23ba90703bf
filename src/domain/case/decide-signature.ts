import { refusePaper } from '../signing/paper-rules.ts'
import { refuseHand, refuseRefusal, refuseSigner } from '../signing/signer-rules.ts'
import { signersOf } from '../signing/signers-of.ts'
import type { PaperToSign, RefusalInput, SignatureInput, SignerInput, Signing } from '../signing/signing-input.ts'
import type { Stroke } from '../signing/strokes.ts'
import { type Decision, refused } from './command.ts'
import type { Environment, Person } from './environment.ts'
import type { Refusal } from './refusal.ts'
import type { CaseState } from './state.ts'

type Asked<Input> = {
  readonly env: Environment
  readonly state: CaseState
  readonly paper: PaperToSign
  readonly input: Input
  readonly actor: Person
}

/** Somebody signs the file that they were shown; the strokes are kept under the id of the event, which holds their digest. */
export function decideSignature(asked: Asked<SignatureInput>): Decision {
  const signing = signingOf(asked)
  if ('sentence' in signing) return refused(signing)
  const unfit = refusePaper(signing)
  const wrong = unfit ? [unfit] : [...refuseSigner(signing), ...refuseHand(signing)]
  if (wrong.length > 0) return refused(...wrong)
  const { env, paper, input } = signing
  const { how, strokes, sha256 } = input
  const drawn = strokes.length > 0 ? { strokes: strokesDigest(env, strokes) } : {}
  const signature = { id: env.newId(), document: paper.id, sha256, how, ...drawn }
  return { ok: true, events: [{ type: 'document-signed', ...signature, ...signerOf(signing) }] }
}

/** Somebody refuses: why, and the witness or the recording that proves it. */
export function decideRefusal(asked: Asked<RefusalInput>): Decision {
  const signing = signingOf(asked)
  if ('sentence' in signing) return refused(signing)
  const unfit = refusePaper(signing)
  const wrong = unfit ? [unfit] : [...refuseSigner(signing), ...refuseRefusal(signing)]
  if (wrong.length > 0) return refused(...wrong)
  const { env, paper, input } = signing
  const { witness, recording, reason, sha256 } = input
  const seen = witness && {
    name: witness.name.trim(),
    ...(witness.strokes.length > 0 && { strokes: strokesDigest(env, witness.strokes) }),
  }
  const proof = { ...(seen && { witness: seen }), ...(recording && { recording }) }
  const refusal = { id: env.newId(), document: paper.id, sha256, reason: reason.trim(), ...proof }
  return { ok: true, events: [{ type: 'signature-refused', ...refusal, ...signerOf(signing) }] }
}

/** The digest by which an event holds the strokes; they are small whole numbers and letters, so their JSON is canonical. */
function strokesDigest(env: Environment, strokes: readonly Stroke[]): string {
  return env.digest(JSON.stringify(strokes.map(({ d, ms }) => ({ d, ms }))))
}

function signingOf<Input extends SignerInput>(asked: Asked<Input>): Signing<Input> | Refusal {
  const document = asked.state.documents.find(({ id }) => id === asked.paper.id)
  if (!document) return { gate: 'stale', basis: '', sentence: '本案没有这份文书，请刷新页面' }
  const wants = signersOf(document.code)
  if (!wants) return { gate: 'not-signed', basis: '', sentence: '这种文书不用在屏幕上签名' }
  return { ...asked, document, wants }
}

function signerOf({ state, document, input, actor }: Signing) {
  if (input.as === 'officer') return { as: input.as, name: actor.name, person: actor.id }
  const name = (input.name ?? '').trim()
  if (input.as === 'witness') return { as: input.as, name }
  const [only, another] = state.parties
  const party = input.party ?? document.party ?? (another ? undefined : only?.id)
  return { as: input.as, name, ...(party && { party }), ...(input.capacity && { capacity: input.capacity }) }
}
