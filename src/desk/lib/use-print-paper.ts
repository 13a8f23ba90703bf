import { useState } from 'react'
import { PRINT_PAPERS, type PrintPaper } from '#domain/print/print-paper.ts'

const KEY = 'print-paper'

const remembered = (): PrintPaper => PRINT_PAPERS.find((paper) => paper === localStorage.getItem(KEY)) ?? 'A4'

/** What is printed on; remembered on this device, since it is the device that has the printer. */
export function usePrintPaper(): readonly [PrintPaper, (paper: PrintPaper) => void] {
  const [paper, setPaper] = useState(remembered)
  const choose = (chosen: PrintPaper) => {
    localStorage.setItem(KEY, chosen)
    setPaper(chosen)
  }
  return [paper, choose]
}
