/** What a newcomer finds at each desk of the office, and the page to begin with. Every login but the inspectors' is here. */
export type Desk = { login: string; page: string; zh: string; en: string }

export const desks: readonly Desk[] = [
  {
    login: 'epidemic',
    page: 'people',
    zh: '防疫人员：赋红码须两人签署（第二人用 epidemic2）、阳性追踪处置、核酸结果录入',
    en: 'Epidemic officer: red codes signed by two (the second is epidemic2), positives, test results',
  },
  {
    login: 'epidemic2',
    page: 'people',
    zh: '防疫人员：复核 epidemic 经办的赋码',
    en: 'Epidemic officer: the second signature',
  },
  {
    login: 'appeals',
    page: 'appeals',
    zh: '申诉受理员：15分钟内办结申诉，外地健康码转赋码地',
    en: 'Appeal officer: decides within 15 minutes, refers codes of other places',
  },
  {
    login: 'head',
    page: 'inspections',
    zh: '点长：更正查验结论、打印申诉海报、绑定终端',
    en: 'Checkpoint head: puts a verdict right, prints appeal posters, binds phones',
  },
  {
    login: 'lists',
    page: 'lists',
    zh: '名单管理员：下载模板、导入名单、上报',
    en: 'White-list officer: template, import, hand in',
  },
  {
    login: 'passes',
    page: 'passes',
    zh: '通行证：申请审核、撤销、暂停',
    en: 'Passes: applications to look at, revoke, suspend',
  },
  {
    login: 'command',
    page: 'editions',
    zh: '市指挥部：起草修订、试运行、签署、撤回；检查下级设定；核准名单',
    en: 'City command: drafts, tries out, signs and takes back amendments; checks settings of places; approves lists',
  },
  {
    login: 'command2',
    page: 'editions',
    zh: '市指挥部：复核并公布 command 签署的修订',
    en: 'City command: the second signature',
  },
  {
    login: 'dispatcher',
    page: 'cases',
    zh: '12328调度员：登记来电、派单、答复、回访；接收阳性、超时通知，电话告知',
    en: '12328: takes down calls, dispatches, replies, calls back; news to pass on',
  },
  {
    login: 'supervisor',
    page: 'audit',
    zh: '督查员：审计日志查询与核对，各页只读',
    en: 'Supervisor: searches and checks the log; everything read-only',
  },
  { login: 'admin', page: 'staff', zh: '管理员：人员、检查点、终端', en: 'Administrator: staff, checkpoints, phones' },
]
