/** What a deed can be done to. Named by an id that says nothing of a person. */
export type SubjectKind = 'staff' | 'terminal' | 'checkpoint' | 'inspection' | 'intake' | 'login' | 'key'

/** Every deed the log tells of, and what it is done to. A new deed is a line here; one that was ever written stays. */
export const auditActions = {
  'set-up': { on: 'staff', zh: '设立首位管理员', en: 'first administrator made' },
  'staff-added': { on: 'staff', zh: '新增工作人员', en: 'member of staff added' },
  'staff-changed': { on: 'staff', zh: '修改工作人员', en: 'member of staff changed' },
  /** Two administrators disabled each other at once: this one stayed, against the entry before. */
  'staff-kept': { on: 'staff', zh: '保留最后一名管理员', en: 'last administrator kept' },
  'login-locked': { on: 'login', zh: '登录名因多次输错被锁', en: 'login locked after wrong tries' },
  'checkpoint-added': { on: 'checkpoint', zh: '新增检查点', en: 'checkpoint added' },
  'checkpoint-changed': { on: 'checkpoint', zh: '修改检查点', en: 'checkpoint changed' },
  'enrolment-made': { on: 'staff', zh: '发放终端绑定链接', en: 'enrolment link made' },
  'terminal-bound': { on: 'terminal', zh: '绑定终端', en: 'terminal bound' },
  'terminal-released': { on: 'terminal', zh: '解绑终端', en: 'terminal released' },
  'results-taken-in': { on: 'intake', zh: '接收检测结果', en: 'test results taken in' },
  'inspection-read': { on: 'inspection', zh: '查看完整查验记录', en: 'inspection read whole' },
  'key-rotated': { on: 'key', zh: '轮换签名密钥', en: 'signing key rotated' },
} as const satisfies Record<string, { on: SubjectKind; zh: string; en: string }>

export type AuditAction = keyof typeof auditActions
