import { hex } from '#domain/record-log/bytes.ts'
import { receiptText } from '#domain/record-log/receipt.ts'
import { verifyReceipt } from '#domain/record-log/verify-receipt.ts'
import { digest, verifySignature } from '../cryptography.ts'
import { verifySm2 } from '../sm2.ts'
import { type Shown, showVerdict } from './show-verdict.ts'

type Chosen = { readonly name: string; readonly bytes: Uint8Array }

type Place = 'receipt' | 'content'

const chosen: { receipt?: Chosen; content?: Chosen } = {}
/** Choices so far in each place: a file read slowly must not take the place of one chosen after it. */
const turns = { receipt: 0, content: 0 }

const vkeys = element('vkeys', HTMLTextAreaElement)
vkeys.value = document.querySelector<HTMLMetaElement>('meta[name="zhaofa-vkeys"]')?.content.replaceAll(' ', '\n') ?? ''
vkeys.addEventListener('input', judge)
const policy = element('policy', HTMLTextAreaElement)
policy.value = document.querySelector<HTMLMetaElement>('meta[name="zhaofa-policy"]')?.content ?? ''
policy.addEventListener('input', judge)
listen('receipt')
listen('content')
takeDrops()
element('print', HTMLButtonElement).addEventListener('click', () => window.print())
element('form', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault())

function listen(id: Place): void {
  const input = element(id, HTMLInputElement)
  input.addEventListener('change', () => void choose([[id, input.files?.[0]]]))
}

function takeDrops(): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    document.body.classList.add('dragging')
  })
  document.addEventListener('dragleave', () => document.body.classList.remove('dragging'))
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    document.body.classList.remove('dragging')
    const files = [...(event.dataTransfer?.files ?? [])]
    void choose(files.map((file) => [file.name.endsWith('.tlog-proof') ? 'receipt' : 'content', file]))
  })
}

/** The old verdict goes at once, the new one comes when every file is read. */
async function choose(files: readonly (readonly [Place, File | undefined])[]): Promise<void> {
  showVerdict(undefined)
  await Promise.all(files.map(([place, file]) => take(place, file)))
  judge()
}

async function take(place: Place, file: File | undefined): Promise<void> {
  const turn = ++turns[place]
  delete chosen[place]
  const taken = await bytesOf(file)
  if (taken && turn === turns[place]) chosen[place] = taken
}

/** An unreadable file (moved, no permission) counts as an empty one and is refused by what follows. */
async function bytesOf(file: File | undefined): Promise<Chosen | undefined> {
  if (!file) return undefined
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0))
  return { name: file.name, bytes: new Uint8Array(bytes) }
}

function judge(): void {
  const { receipt, content } = chosen
  showVerdict(receipt && { verdict: verdictOn(receipt, content), files: filesOf(receipt, content) })
}

function verdictOn(receipt: Chosen, content: Chosen | undefined): Shown['verdict'] {
  return verifyReceipt({
    digest,
    verifySignature,
    verifySm2,
    policy: policy.value.trim() === '' ? undefined : policy.value,
    vkeys: vkeys.value.split('\n').filter((line) => line.trim() !== ''),
    receipt: receiptText(receipt.bytes),
    ...(content && { content: content.bytes }),
  })
}

function filesOf(receipt: Chosen, content: Chosen | undefined): Shown['files'] {
  const own = [['回执', receipt.name]] as const
  if (!content) return own
  return [
    ...own,
    ['文件', `${content.name}（${content.bytes.length} 字节）`],
    ['文件的 SHA-256', hex(digest(content.bytes))],
  ]
}

function element<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`)
  return found
}
