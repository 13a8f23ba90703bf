import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let jieba: Jieba | undefined

/** The dictionary takes about 60 MB and a fifth of a second, so it is read when the first text is cut. */
function cutter(): Jieba {
  jieba ??= Jieba.withDict(dict)
  return jieba
}

/** The words of a text as a reader would part them; only words of the dictionary and single characters. */
export function cutWords(text: string): readonly string[] {
  return cutter().cut(text, false)
}

/** Every word of the dictionary that the text holds, overlapping ones too: what `cutWords` of any part of it can answer. */
export function cutEveryWord(text: string): readonly string[] {
  return [...cutter().cutAll(text), ...cutter().cutForSearch(text, false)]
}
