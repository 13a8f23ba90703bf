import { PDFArray, type PDFContext, PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** What points out of a page or acts by itself; a bound page shows what was on it and does nothing. */
const OF_PAGE = ['AA', 'StructParents', 'B', 'Tabs', 'PieceInfo', 'Thumb', 'PZ', 'Trans', 'Dur'].map(name)
const OF_MARK = ['A', 'AA', 'Dest', 'P', 'Parent', 'Popup', 'IRT', 'StructParent', 'PA'].map(name)

/** Takes links and actions out of a page before it is copied; stamps and filled-in fields stay as they look. */
export function quieten(page: PDFPage): void {
  for (const key of OF_PAGE) page.node.delete(key)
  const marks = page.node.Annots()
  if (!marks) return
  const shown = shownMarks(marks, page.doc.context)
  if (shown.size() > 0) page.node.set(name('Annots'), shown)
  else page.node.delete(name('Annots'))
}

function shownMarks(marks: PDFArray, context: PDFContext): PDFArray {
  const shown = PDFArray.withContext(context)
  for (let index = 0; index < marks.size(); index += 1) {
    const mark = marks.lookupMaybe(index, PDFDict)
    if (!mark?.has(name('AP'))) continue
    for (const key of OF_MARK) mark.delete(key)
    shown.push(marks.get(index))
  }
  return shown
}

/** Whether a document declares PDF/A: then its fonts are in it and its colours are known. */
export function isPdfA(document: PDFDocument): boolean {
  const metadata = document.catalog.lookup(name('Metadata'))
  return metadata instanceof PDFRawStream && Buffer.from(metadata.contents).includes('pdfaid:part')
}
