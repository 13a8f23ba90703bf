import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finding, type Tell } from './scrub-finding.ts'

const ROOT = join(import.meta.dirname, '../../..')
const PAGE = 'dist/verifier/verify.html'

/** Names the offline page that the portal hands out when it is not the one whose digest stands in the source. */
export async function scrubPage(tell: Tell, root = ROOT): Promise<void> {
  const page = await readFile(join(root, PAGE)).catch(() => undefined)
  const known = (await readFile(join(ROOT, 'src/verifier/page/page.sha256'), 'utf8')).trim()
  if (!page) return
  const found = createHash('sha256').update(page).digest('hex')
  if (found !== known)
    tell(finding('page', PAGE, `摘要是 ${found}，不是这一版公布的 ${known}：它被换过，或者不是这一版的`))
}
