/** Element id of a field; the error summary links to it. */
export function fieldId(pointer: string): string {
  return `field-${pointer.replace(/[^\w-]/g, '_')}`
}
