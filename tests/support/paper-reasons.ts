/** Kinds of the registry that no act of a case makes out, and who does. */
export const MADE_ELSEWHERE: Readonly<Record<string, string>> = {
  'thing-card': '保管：物品标签，由涉案物品页面打印',
  'court-pack-catalogue': '申请强制执行的材料包，随包生成',
  'answer-pack-catalogue': '复议答复、应诉的材料包，随包生成',
  'competence-statement': '复议答复、应诉的材料包，随包生成',
  'operation-trail': '归档：从操作记录生成',
  'dossier-cover': '归档：立卷时生成',
  'dossier-catalogue': '归档：立卷时生成',
  'custody-sheet': '归档：立卷时生成',
  'volume-pages': '归档：装订本生成',
  'dossier-notes': '归档：立卷时生成',
  'four-property-report': '归档：检测时生成',
  'access-approval': '调阅：由调阅申请生成',
  entrustment: '两个机关之间的委托，不在某一件案件里',
  'jurisdiction-designation': '由上级机关制作；本机关在管辖争议里登记收到的',
  'hearing-right-notice': '听证权利写在行政处罚告知书里，期限从它送达起算，另出一份会有两个起算日',
  'power-cut-notice': '停止供电有提前通知和解除的程序，要有专门的程序才能出具',
  'power-cut-decision': '停止供电有提前通知和解除的程序，要有专门的程序才能出具',
  'power-restore-notice': '停止供电有提前通知和解除的程序，要有专门的程序才能出具',
}

/** The room of supervision over other agencies makes its own papers. */
export const SUPERVISION = '执法监督'
