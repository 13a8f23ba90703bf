import { createHash, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { openCosignatures } from '#domain/record-log/cosignature.ts'
import type { Digest } from '#domain/record-log/merkle.ts'
import type { VerifySignature } from '#domain/record-log/signed-note.ts'
import { parseVkey } from '#domain/record-log/vkey.ts'

// A checkpoint of a Certificate Transparency log of May 2026, cosigned by witnesses of the public network.
const NOTE = `arche2025h1.staging.ct.transparency.dev
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
`
const REMORA = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'

const digest: Digest = (bytes) => createHash('sha256').update(bytes).digest()
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const verifySignature: VerifySignature = (key, message, signature) =>
  verify(null, message, { key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' }, signature)

test('the cosignature of a witness of the public network verifies, with its time, and no more when a letter changes', () => {
  const remora = parseVkey(digest, REMORA, ['cosignature'])
  const witnesses = remora ? [remora] : []
  expect(openCosignatures(NOTE, { witnesses, verifySignature })).toEqual([{ witness: remora, at: 0x6a122120n }])
  const longer = NOTE.replace('1432088532', '1432088533')
  expect(openCosignatures(longer, { witnesses, verifySignature })).toBeUndefined()
})
