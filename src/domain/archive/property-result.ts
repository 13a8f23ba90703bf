/** The four of DA/T 70-2018. */
export const PROPERTIES = ['authenticity', 'integrity', 'usability', 'security'] as const
export type Property = (typeof PROPERTIES)[number]
export const PROPERTY_TITLES: Readonly<Record<Property, string>> = {
  authenticity: '真实性',
  integrity: '完整性',
  usability: '可用性',
  security: '安全性',
}

export type PropertyResult = {
  readonly id: string
  readonly property: Property
  readonly title: string
  readonly result: 'passed' | 'failed' | 'not-run'
  readonly looked: string
  readonly finding: string
}
