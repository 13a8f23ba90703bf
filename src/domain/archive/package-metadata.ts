import type { Inventory, InventoryItem, Kept, Paper } from './inventory.ts'
import { documentReceiptPath, eventPath } from './item-path.ts'
import type { SignedCopy } from './signed-copy.ts'

/** `metadata.xml`: drawn from the inventory alone, so that whoever has one can tell whether the other was changed. Format: docs/archive-package.md. */
export function packageMetadata(inventory: Inventory): string {
  const { agency, former, reason, case: facts, retention } = inventory
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    element('封装包', { xmlns: 'urn:zhaofa:archive-package:1', 版本: '1' }, [
      element('封装信息', {}, [
        leaf('归档号', inventory.archiveNumber),
        leaf('分包序号', String(inventory.part)),
        leaf('封存日期', inventory.sealedOn),
        leaf('立卷人', inventory.keeper.name),
        leaf('接收人', inventory.archivist.name),
        leaf('移交日期', inventory.handedOverOn),
        ...(former ? [leaf('前一包', former.archiveNumber, { 分包序号: String(former.part), 摘要: former.bag })] : []),
        ...known('补充原因', reason),
      ]),
      element('案卷', {}, [
        leaf('全宗名称', agency.name, { 统一社会信用代码: agency.uscc }),
        leaf('案件名称', facts.name, { 编号: facts.id }),
        ...known('案件文号', facts.number),
        leaf('程序', facts.procedure),
        leaf('处理结果', facts.result),
        ...known('并入案件', facts.mergedInto?.title, { 编号: facts.mergedInto?.id ?? '' }),
        leaf('立案日期', facts.openedOn),
        ...known('结案日期', facts.closedOn),
        ...inventory.parties.map((name) => leaf('当事人', name)),
        ...inventory.handlers.map(({ name }) => leaf('承办人员', name)),
        leaf('保管期限', retention.value, retention.reason === undefined ? {} : { 理由: retention.reason }),
        leaf('卷内排列', inventory.arrangement),
        leaf('过程记录', String(inventory.events + 1), { 首条: eventPath(1) }),
        leaf('情况说明', inventory.notes),
      ]),
      element('卷首卷尾', {}, inventory.papers.map(paperElement)),
      element('卷内文件', {}, inventory.items.map(itemElement)),
    ]),
    '',
  ].join('\n')
}

const paperElement = ({ title, code, file }: Paper): string =>
  element('文件', { 代码: code }, [leaf('题名', title), fileElement(file)])

function itemElement(item: InventoryItem): string {
  const { no, kind, title, number, onDate, file, retention } = item
  return element('文件', { 序号: String(no), 类别: kind }, [
    leaf('题名', title),
    ...known('文件编号', number),
    ...known('日期', onDate),
    ...known('页号', pagesOf(item)),
    ...known('状态', item.isVoided && '作废'),
    ...known('时长秒', item.seconds?.toString()),
    ...known('原文件名', item.fileName),
    ...(item.copy ? copyElements(item.copy) : []),
    ...known('保管期限', retention?.value, retention && { 理由: retention.reason }),
    file ? fileElement(file) : leaf('载体', '实物或纸质'),
    ...known('存证回执', file && kind === 'document' ? documentReceiptPath(no) : undefined),
  ])
}

const copyElements = ({ document, parent, recipe }: SignedCopy): string[] => [
  leaf('派生自', document, { SHA256: parent }),
  ...recipe.signatures.map(({ id, strokes }) => leaf('签名', id, strokes === null ? {} : { 笔迹SHA256: strokes })),
  ...recipe.refusals.map(({ id, strokes }) => leaf('拒签', id, strokes === null ? {} : { 见证人笔迹SHA256: strokes })),
]

const known = (name: string, text: string | false | undefined, attributes: Attributes = {}): string[] =>
  text ? [leaf(name, text, attributes)] : []

const pagesOf = ({ from, to }: InventoryItem): string | undefined => (from === to ? from?.toString() : `${from}-${to}`)

const fileElement = ({ path, size, mediaType, sha256, sm3 }: Kept): string =>
  leaf('电子文件', path, { 字节数: String(size), 格式: mediaType, SHA256: sha256, SM3: sm3 })

type Attributes = Readonly<Record<string, string>>

function element(name: string, attributes: Attributes, children: readonly string[]): string {
  const inner = children.map((child) => child.replaceAll(/^/gm, '  ')).join('\n')
  return children.length === 0
    ? `<${name}${written(attributes)}/>`
    : `<${name}${written(attributes)}>\n${inner}\n</${name}>`
}

const leaf = (name: string, text: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}>${escaped(text)}</${name}>`

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** XML has no place for the other control characters, not even as references. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
  const allowed = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
  return allowed.replaceAll(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character)
}
