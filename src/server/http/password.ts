import { hash, verify } from '@node-rs/argon2'

/** OWASP's floor for argon2id (the library's default kind): 19 MiB, 2 passes, 1 lane. The work is done in the thread pool. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), OPTIONS)

/** False for a wrong password and for a stored text that is no digest. */
export async function isPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password.normalize('NFC'))
  } catch {
    return false
  }
}

let decoy: Promise<string> | undefined

/** A digest that no password has, made once: an unknown login costs as much work as a known one. */
export function decoyDigest(): Promise<string> {
  decoy ??= hashPassword('\u0000 nobody')
  return decoy
}
