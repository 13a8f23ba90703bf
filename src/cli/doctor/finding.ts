/** One thing that was looked at. `wanting` makes the command exit with 1; `note` only tells. */
export type Finding = {
  readonly name: string
  readonly state: 'good' | 'note' | 'wanting'
  readonly sentence: string
}

export const good = (name: string, sentence: string): Finding => ({ name, state: 'good', sentence })
export const note = (name: string, sentence: string): Finding => ({ name, state: 'note', sentence })
export const wanting = (name: string, sentence: string): Finding => ({ name, state: 'wanting', sentence })
