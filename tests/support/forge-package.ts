import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Changes one file of a package and makes every manifest right again, as somebody would who knows BagIt. */
export function forgePackage(folder: string, path: string): void {
  const bytes = readFileSync(join(folder, path))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(join(folder, path), bytes)
  for (const name of ['manifest', 'tagmanifest'])
    for (const algorithm of ['sha256', 'sm3']) rewrite(folder, name, algorithm)
}

function rewrite(folder: string, name: string, algorithm: string): void {
  const file = `${name}-${algorithm}.txt`
  if (!readdirSync(folder).includes(file)) return
  const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')
  const right = lines.map((line) => {
    const path = line.slice(line.indexOf('  ') + 2)
    return `${createHash(algorithm)
      .update(readFileSync(join(folder, path)))
      .digest('hex')}  ${path}\n`
  })
  writeFileSync(join(folder, file), right.join(''))
}
