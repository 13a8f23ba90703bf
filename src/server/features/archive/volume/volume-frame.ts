import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName, PDFObjectCopier } from 'pdf-lib'
import type { AboutVolume } from './bind-protocol.ts'

const name = (text: string): PDFName => PDFName.of(text)
const PRODUCER = 'Zhaofa 昭法'

/** An empty volume; nothing in it depends on when it is made. */
export async function beginVolume({ title, author, keywords, at }: AboutVolume): Promise<PDFDocument> {
  const volume = await PDFDocument.create({ updateMetadata: false })
  volume.setTitle(title, { showInWindowTitleBar: true })
  volume.setAuthor(author)
  volume.setKeywords([keywords])
  volume.setProducer(PRODUCER)
  volume.setCreator(PRODUCER)
  volume.setCreationDate(new Date(at))
  volume.setModificationDate(new Date(at))
  volume.setLanguage('zh-CN')
  return volume
}

/** The colour profile that the papers of the house carry. */
export function takeOutputIntent(volume: PDFDocument, from: PDFDocument): void {
  const intents = from.catalog.get(name('OutputIntents'))
  if (intents)
    volume.catalog.set(name('OutputIntents'), PDFObjectCopier.for(from.context, volume.context).copy(intents))
}

/** Identity and XMP; PDF/A is declared only where every source allows it. */
export function closeVolume(volume: PDFDocument, about: AboutVolume, isPdfA: boolean): void {
  const xmp = xmpOf(about, isPdfA)
  const stream = volume.context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' })
  volume.catalog.set(name('Metadata'), volume.context.register(stream))
  const id = PDFHexString.of(createHash('sha256').update(xmp).digest('hex').slice(0, 32))
  volume.context.trailerInfo.ID = volume.context.obj([id, id])
}

function xmpOf({ title, author, keywords, at }: AboutVolume, isPdfA: boolean): string {
  const declared = isPdfA
    ? '\n      <pdfaid:part>2</pdfaid:part>\n      <pdfaid:conformance>B</pdfaid:conformance>'
    : ''
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
      <dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
      <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
      <pdf:Keywords>${escaped(keywords)}</pdf:Keywords>
      <pdf:Producer>${PRODUCER}</pdf:Producer>
      <xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
      <xmp:CreateDate>${secondOf(at)}</xmp:CreateDate>
      <xmp:ModifyDate>${secondOf(at)}</xmp:ModifyDate>${declared}
    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}

const secondOf = (at: string): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character)
