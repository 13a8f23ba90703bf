/** An entrustment as it is typed in; organisation and number are invented. */
export const LETTER = {
  organisation: '石桥市场服务中心（虚构）',
  uscc: '12990102ma0dem9109',
  representative: '公孙某',
  address: '南屏市青石区临河路2号（虚构）',
  phone: '0000-0000777',
  basis: '《南屏市价格监督管理办法》第六条（虚构）',
  items: ['对不明码标价的处罚'],
  powers: '对个体工商户作警告的处罚。',
  contractNumber: '青市监委〔2026〕9号',
  signedOn: '2026-05-20',
  fromOn: '2026-06-01',
  untilOn: '2026-12-31',
  meetsConditions: true,
}
