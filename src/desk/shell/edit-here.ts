const FIRST_FIELD = '[data-edit] :is(input, textarea, select):not([type=hidden]):not(:disabled)'

/** `e`: opens what can be edited on this page, or goes to the first field that is open already. */
export function editHere(): void {
  const opener = document.querySelector<HTMLElement>('[data-edit-opener]')
  if (opener) opener.click()
  else document.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
}
