import { writeBagInfo } from '../bagit/write-bag.ts'
import type { Inventory } from './inventory.ts'

/** 说明文件: what the package holds and how anybody can verify it. */
export function packageGuide(inventory: Inventory): string {
  const { agency, archiveNumber, case: facts, former, items, part, sealedOn } = inventory
  return `${agency.name} 电子案卷归档包

归档号：${archiveNumber}${part > 1 ? `（第 ${part} 包，补充归档）` : ''}
案件：${facts.name}${facts.number ? `（${facts.number}）` : ''}
封存日期：${sealedOn}
保管期限：${inventory.retention.value}
${former ? `前一包：${former.archiveNumber} 第 ${former.part} 包，tagmanifest-sha256.txt 的 SHA-256 为 ${former.bag}\n补充原因：${inventory.reason ?? ''}\n` : ''}
这是一个 BagIt 1.0（RFC 8493）文件夹，不需要任何系统就能读：

  data/dossier/      案卷封面、卷内目录、备考表、四性检测报告（PDF/A）
  data/volume/       装订本：封面、目录、编了页号的全部材料、备考表合成的一个 PDF（派生件），和它的说明
  data/documents/    执法文书（PDF/A），文件名是卷内目录的序号
  data/signed/       在屏幕上签名的文书的签名件（派生件，原件在 data/documents/）
  data/attachments/  随报批、审批意见提交的附件原件
  data/evidence/     证据原件
  data/recordings/   音像记录原件
  data/supplements/  补充归档的材料
  data/events/       案件的全部过程记录，一条一个文件（规范 JSON），最后一条是封存本身
  data/receipts/     每条记录、每份文书的存证回执（.tlog-proof，含盐值），日志检查点和公钥
  data/inventory.json   封存清单：全部文件的摘要；它自己的摘要写在封存的那条记录里
  data/metadata.xml     元数据，由封存清单得出
  data/four-properties.json  四性检测的逐项结果
  data/verifier.html    离线核验页（如有），用浏览器打开即可核对单个回执

卷内共 ${items.length} 件，过程记录 ${inventory.events + 1} 条。

怎样核验：
  zhaofa verify <本文件夹> --vkey <机关公布的公钥>
逐字节核对全部文件、逐条核对存证回执，并再做一次四性检测；不需要数据库，不需要联网。
公钥以机关公布的为准：包里的 data/receipts/vkey 只供参考。
只核对包的完好，可以用任何 BagIt 工具，也可以用 sha256sum -c manifest-sha256.txt。
`
}

/** `bag-info.txt`: nothing in it depends on when or where the package is built. */
export function packageInfo(inventory: Inventory, payload: { readonly bytes: number; readonly files: number }): string {
  const { agency, archiveNumber, case: facts, former, part, sealedOn } = inventory
  return writeBagInfo([
    ['Source-Organization', agency.name],
    ['External-Identifier', `${archiveNumber}/${part}`],
    ['External-Description', `电子案卷归档包：${facts.name}`],
    ['Internal-Sender-Identifier', inventory.dossier],
    ['Bagging-Date', sealedOn],
    ['Bag-Software-Agent', 'Zhaofa 昭法'],
    ...(former ? [['Zhaofa-Former-Bag', former.bag] as const] : []),
    ['Payload-Oxum', `${payload.bytes}.${payload.files}`],
  ])
}
