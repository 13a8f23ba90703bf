/** The page's nonce; libraries that write styles at run time carry it. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// Libraries make <style> elements without a nonce, which the page's policy refuses; every one gets it here.
const createElement = document.createElement.bind(document)
document.createElement = ((tag: string, options?: ElementCreationOptions) => {
  const element = createElement(tag, options)
  if (tag === 'style') (element as HTMLStyleElement).nonce = nonce
  return element
}) as typeof document.createElement
