/** What a post is called on a screen. */
export const POST_TITLES = {
  handler: '执法人员',
  'unit-head': '机构负责人',
  reviewer: '法制审核',
  'agency-head': '机关负责人',
  panel: '集体讨论',
  host: '听证主持',
  clerk: '窗口',
  archivist: '档案管理',
  storekeeper: '涉案物品保管',
  supervisor: '执法监督',
  liaison: '两法衔接联络',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
} as const
