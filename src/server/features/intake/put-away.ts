import { access, link, mkdir, rename, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { syncFolder } from '#server/blobs/durable-folder.ts'

/** Moves a file of a batch under `done` or `failed`; a file that lies there already keeps its place. */
export async function putAway(path: string, folder: string, file: string): Promise<void> {
  const target = join(folder, file)
  await mkdir(dirname(target), { recursive: true })
  const free = await freeName(target)
  await rename(path, free).catch(async (error: NodeJS.ErrnoException) => {
    // Somebody has put it away meanwhile.
    if (error.code !== 'ENOENT') throw error
  })
  await syncFolder(dirname(target))
  await syncFolder(dirname(path)).catch(() => undefined)
}

/** Writes a report beside what it is about; earlier reports of the same batch stay. */
export async function writeReport(
  folder: string,
  texts: { readonly json: string; readonly text: string },
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeNew(join(folder, 'report.json'), texts.json)
  await writeNew(join(folder, 'report.txt'), texts.text)
  await syncFolder(folder)
}

async function writeNew(path: string, text: string): Promise<void> {
  const unfinished = `${path}.new`
  await writeFile(unfinished, text)
  await link(unfinished, await freeName(path))
  await unlink(unfinished)
}

/** `a.mp4`, then `a-2.mp4` and so on. */
async function freeName(path: string): Promise<string> {
  const ending = extname(path)
  const plain = join(dirname(path), basename(path, ending))
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? path : `${plain}-${nth}${ending}`
    const isTaken = await access(name).then(
      () => true,
      () => false,
    )
    if (!isTaken) return name
  }
}
