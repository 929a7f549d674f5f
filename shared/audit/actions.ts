/** What a deed can be done to. Named by an id that says nothing of a person. */
export type SubjectKind =
  | 'staff'
  | 'terminal'
  | 'checkpoint'
  | 'inspection'
  | 'intake'
  | 'login'
  | 'key'
  | 'code'
  | 'tracking'
  | 'list-entry'
  | 'appeal'
  | 'amendment'
  | 'overlay'
  | 'log'
  | 'message'
  | 'trip'
  | 'pass'
  | 'lead'
  | 'risk-area'
  | 'shift'
  | 'incident'
  | 'duty'
  | 'case'
  | 'number'
  | 'road'
  | 'place'

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
  'checkpoint-registered': { on: 'checkpoint', zh: '登记检查点设置', en: 'checkpoint registered' },
  'road-described': { on: 'checkpoint', zh: '登记检查点道路', en: 'road of a checkpoint described' },
  'enrolment-made': { on: 'staff', zh: '发放终端绑定链接', en: 'enrolment link made' },
  'terminal-bound': { on: 'terminal', zh: '绑定终端', en: 'terminal bound' },
  'terminal-released': { on: 'terminal', zh: '解绑终端', en: 'terminal released' },
  'results-taken-in': { on: 'intake', zh: '接收检测结果', en: 'test results taken in' },
  'inspection-read': { on: 'inspection', zh: '查看完整查验记录', en: 'inspection read whole' },
  'key-rotated': { on: 'key', zh: '轮换签名密钥', en: 'signing key rotated' },
  'yellow-opened': { on: 'code', zh: '按规则赋黄码', en: 'code turned yellow by the rules' },
  'reason-cleared': { on: 'code', zh: '自动解码', en: 'reason of a code cleared by itself' },
  'record-undone': { on: 'inspection', zh: '查验员撤回查验记录', en: 'record undone at the booth' },
  'red-proposed': { on: 'code', zh: '提出赋红码', en: 'red code proposed' },
  'red-signed': { on: 'code', zh: '复核赋红码', en: 'red code signed' },
  'red-declined': { on: 'code', zh: '不予赋红码', en: 'red code declined' },
  'reason-closed': { on: 'code', zh: '解除赋码原因', en: 'reason of a code closed' },
  'person-read': { on: 'code', zh: '查看人员完整信息', en: 'person read in full' },
  'person-listed': { on: 'code', zh: '列入风险名单', en: 'person put on a list of persons at risk' },
  'trace-exported': { on: 'code', zh: '导出流调轨迹', en: 'epidemiological trace exported' },
  'person-unlisted': { on: 'code', zh: '移出风险名单', en: 'person taken off a list of persons at risk' },
  'tracking-handled': { on: 'tracking', zh: '处置动态追踪', en: 'tracking dealt with' },
  'tracking-matched': { on: 'tracking', zh: '动态追踪对应到人', en: 'tracking matched to a person' },
  'message-seen': { on: 'message', zh: '收到消息', en: 'message acknowledged' },
  'arrival-recorded': { on: 'trip', zh: '记录到企', en: 'arrival at the company recorded' },
  'list-drafted': { on: 'list-entry', zh: '起草白名单', en: 'white-list entry drafted' },
  'list-step': { on: 'list-entry', zh: '白名单审批', en: 'white-list entry taken a step further' },
  'list-suspended': { on: 'list-entry', zh: '暂停白名单', en: 'white-list entry suspended' },
  'list-resumed': { on: 'list-entry', zh: '恢复白名单', en: 'white-list entry resumed' },
  'list-removed': { on: 'list-entry', zh: '移出白名单', en: 'white-list entry removed' },
  'list-extended': { on: 'list-entry', zh: '延长白名单', en: 'white-list entry extended' },
  'list-read': { on: 'list-entry', zh: '查看白名单人员完整信息', en: 'person of a white list read in full' },
  'list-exported': { on: 'list-entry', zh: '导出白名单', en: 'white list exported' },
  'appeal-read': { on: 'appeal', zh: '查看申诉', en: 'appeal read' },
  'appeal-accepted': { on: 'appeal', zh: '受理申诉', en: 'appeal taken up' },
  'appeal-decided': { on: 'appeal', zh: '申诉办结', en: 'appeal decided' },
  'verdict-corrected': { on: 'inspection', zh: '更正查验结论', en: 'verdict corrected' },
  'amendment-drafted': { on: 'amendment', zh: '起草规则修订', en: 'amendment drafted' },
  'amendment-tried': { on: 'amendment', zh: '试运行规则修订', en: 'amendment tried out' },
  'amendment-signed': { on: 'amendment', zh: '签署规则修订', en: 'amendment signed' },
  'amendment-published': { on: 'amendment', zh: '公布规则修订', en: 'amendment published' },
  'amendment-dropped': { on: 'amendment', zh: '放弃规则修订', en: 'amendment dropped' },
  'amendment-rolled-back': { on: 'amendment', zh: '撤回规则修订', en: 'amendment rolled back' },
  'overlay-accepted': { on: 'overlay', zh: '接受下级设定', en: 'overlay accepted' },
  'overlay-ended': { on: 'overlay', zh: '停用下级设定', en: 'overlay ended' },
  'key-revoked': { on: 'key', zh: '紧急停用签名密钥', en: 'signing key revoked' },
  'pass-issued': { on: 'pass', zh: '审核后核发通行证', en: 'pass issued after review' },
  'pass-declined': { on: 'pass', zh: '不予核发通行证', en: 'pass declined' },
  'pass-revoked': { on: 'pass', zh: '撤销通行证', en: 'pass revoked' },
  'pass-suspended': { on: 'pass', zh: '暂停通行证', en: 'pass suspended' },
  'pass-restored': { on: 'pass', zh: '恢复通行证', en: 'pass restored' },
  'pass-read': { on: 'pass', zh: '查看通行证申请完整信息', en: 'pass application read in full' },
  'codes-voided': { on: 'trip', zh: '作废货畅码', en: 'freight codes of a trip voided' },
  'lead-handled': { on: 'lead', zh: '处置线索', en: 'lead dealt with' },
  'evidence-read': { on: 'lead', zh: '查看线索照片', en: 'photograph of a lead read' },
  'risk-area-added': { on: 'risk-area', zh: '列入风险地区', en: 'risk area added' },
  'risk-area-ended': { on: 'risk-area', zh: '解除风险地区', en: 'risk area ended' },
  'shift-second': { on: 'shift', zh: '重复签到不予生效', en: 'second sign-on that does not count' },
  'shift-released': { on: 'shift', zh: '解除当班', en: 'running shift released' },
  'conflict-reviewed': { on: 'inspection', zh: '核对端云不一致', en: 'disagreement of phone and server reviewed' },
  'push-added': { on: 'staff', zh: '开启应用推送', en: 'app push switched on' },
  'push-removed': { on: 'staff', zh: '关闭应用推送', en: 'app push switched off' },
  'queue-reported': { on: 'checkpoint', zh: '拥堵上报', en: 'congestion reported' },
  'green-lane-set': { on: 'checkpoint', zh: '标记应急绿色通道', en: 'emergency green lane marked' },
  'candidate-judged': { on: 'incident', zh: '核实司机上报', en: 'report of a driver confirmed or dismissed' },
  'all-on-duty': { on: 'incident', zh: '全员上岗', en: 'everybody on duty checks' },
  'incident-closed': { on: 'incident', zh: '解除拥堵', en: 'incident closed' },
  'summons-answered': { on: 'incident', zh: '记录召集回复', en: 'answer to a summons recorded' },
  'call-task-done': { on: 'incident', zh: '电话任务办结', en: 'telephone task done' },
  'duty-put': { on: 'duty', zh: '登记责任人', en: 'person of the roster entered' },
  'duty-ended': { on: 'duty', zh: '责任人卸任', en: 'person of the roster ended' },
  'case-made': { on: 'case', zh: '登记工单', en: 'case taken down' },
  'case-read': { on: 'case', zh: '查看工单', en: 'case read' },
  'case-moved': { on: 'case', zh: '办理工单', en: 'case dealt with' },
  'case-late': { on: 'case', zh: '工单超时', en: 'case overdue' },
  'cases-exported': { on: 'case', zh: '导出工单', en: 'cases exported' },
  'caller-looked-up': { on: 'case', zh: '按来电查找', en: 'caller looked up' },
  'number-proposed': { on: 'number', zh: '提出公布电话', en: 'telephone number proposed for publication' },
  'number-published': { on: 'number', zh: '批准公布电话', en: 'telephone number published' },
  'number-declined': { on: 'number', zh: '不予公布电话', en: 'telephone number declined' },
  'road-put': { on: 'road', zh: '登记路网情况', en: 'road event entered' },
  'road-resolved': { on: 'road', zh: '路网恢复通行', en: 'road clear again' },
  'road-risen': { on: 'road', zh: '路网情况升级', en: 'road event gone up' },
  'place-put': { on: 'place', zh: '登记服务区或检测点', en: 'service area or test point entered' },
  'place-closed': { on: 'place', zh: '关停或停用', en: 'service area or test point closed' },
  'place-opened': { on: 'place', zh: '恢复开放', en: 'service area or test point opened' },
  'log-exported': { on: 'log', zh: '导出审计日志', en: 'log exported' },
} as const satisfies Record<string, { on: SubjectKind; zh: string; en: string }>

export type AuditAction = keyof typeof auditActions

export const isAction = (text: string): text is AuditAction => Object.hasOwn(auditActions, text)
export const allActions: readonly AuditAction[] = Object.keys(auditActions).filter(isAction)
