import type { ReactNode } from 'react'
import { type Tab, TabPanel } from '../tabs/tab-panel.tsx'

type Props = {
  readonly label: string
  readonly tabs: readonly Tab<string>[]
  readonly chosen: string | undefined
  readonly onChoose: (name: string) => void
  readonly children: ReactNode
}

/** Which of several papers, or whose, lies below; where there is one there is nothing to choose. */
export function PaperChoice({ tabs, chosen, children, ...more }: Props) {
  if (tabs.length < 2 || chosen === undefined) return children
  return (
    <TabPanel tabs={tabs} chosen={chosen} {...more}>
      {children}
    </TabPanel>
  )
}

/** A tab for each party, by its name. */
export function partyTabs(parties: readonly { readonly id: string; readonly name: string }[]): readonly Tab<string>[] {
  return parties.map(({ id, name }) => ({ name: id, title: name }))
}
