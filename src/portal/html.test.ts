import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from './html.ts'

describe('html', () => {
  it('escapes values in text and in attributes', () => {
    const evil = `"><script>alert('1')</script>&`
    expect(html`<a title="${evil}">${evil}</a>`.toString()).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</a>',
    )
  })

  it('whatever a text holds, no tag, attribute or entity begins in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const inner = html`<p class="${text}">${text}</p>`.toString()
        expect(inner.match(/[<>]/g)).toHaveLength(4)
        expect(inner.match(/"/g)).toHaveLength(2)
        expect(inner.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
      }),
    )
  })

  it('an object that looks like markup is text, not markup', () => {
    const forged = { toString: () => '<b>' } as unknown as string
    expect(html`${forged}`.toString()).toBe('&lt;b&gt;')
  })

  it('joins lists, keeps nested markup, and prints nothing for nothing', () => {
    expect(html`<ul>${['<', html`<li>1</li>`, null, undefined, false, 0]}</ul>`.toString()).toBe(
      '<ul>&lt;<li>1</li>0</ul>',
    )
  })
})
