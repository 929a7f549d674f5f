import type { Deed } from '../../../server/usecases/may.ts'

/** Everybody who can ask. `other driver` holds the key of another trip, `head elsewhere` leads another checkpoint. */
export const askers = [
  'anyone',
  'driver',
  'other driver',
  'terminal',
  'inspector',
  'admin',
  'head',
  'head elsewhere',
  'dispatcher',
  'epidemic',
  'supervisor',
  'appeal-officer',
  'list-officer',
  'pass-officer',
  'command',
] as const
export type WhoAsks = (typeof askers)[number]

/** `own`: what belongs to his checkpoint. `part`: what the record allows him; the note of the document says where that stands. */
export type May = 'yes' | 'no' | 'own' | 'part'
export type Line = { name: string; zh: string; may: Readonly<Record<WhoAsks, May>>; deeds: readonly Deed[] }

/**
 * Who may do what, written by hand from the documents and the decision table, never from the code: Y yes, o own, p part, . no.
 * In the order of `askers`; then what the use case asks for, alternatives after a stroke.
 */
const table = `
registerTrip        报备行程           YYYY YYYYYYYYYYY
findTrip            凭行程号找回       YYYY YYYYYYYYYYY
getTrip             查看行程           .Y.. ...........
changeTrip          修改行程           .Y.. ...........
currentCode         刷新货畅码         .Y.. ...........
liveCode            取手机实时码       .Y.. ...........
sayLeft             报告离焦           .Y.. ...........
sayArrived          报告到企           .Y.. ...........
recordArrival       记录到企           .... ....YY....Y  record an arrival
applyForPass        申办通行证         .Y.. ...........
getPass             查看通行证         .Y.. ...........
passPdf             打印通行证         .Y.. ...........
codePdf             打印货畅码         .Y.. ...........
officePassPdf       打印任一通行证     .... ......Y..YY  see passes
enrol               发放终端绑定链接   .... .Yo........  enrol a phone
bindTerminal        绑定终端           YYYY YYYYYYYYYYY
listTerminals       查看终端           .... .Yoo..Y....  see terminals
releaseTerminal     解绑终端           .... .Yo........  release a terminal
fetchBundle         取离线包           ...Y ...........
lookUpPlate         按车牌查验         ...Y ...........
uploadInspections   上传查验记录       ...Y ...........
uploadShiftEvents   上传值守记录       ...Y ...........
shiftBefore         查看交接事项       ...Y ...........
lookAtDuty          查看值守           .... .Yo...Y....  see duty
releaseShift        解除当班           .... .Yo........  release a shift
laneEvents          查看车道开闭       ...Y .Yo...Y....  see duty
listConflicts       查看端云不一致     .... .Yo...Y....  see duty
reviewConflict      核对端云不一致     .... ..o........  review a conflict
listInspections     查看查验台账       .... .YooYYYY..Y  see inspections
getInspection       查看完整查验记录   .... .Yo..YYY...  see one inspection whole
setUp               设立首位管理员     YYYY YYYYYYYYYYY
signIn              登录               YYYY YYYYYYYYYYY
whoAmI              查看本人登录       .... YYYYYYYYYYY
signOut             退出登录           .... YYYYYYYYYYY
listStaff           查看人员           .... .Yoo.......  see staff
addStaff            新增人员           .... .Y.........  change staff
changeStaff         修改人员           .... .Y.........  change staff
listCheckpoints     查看检查点         YYYY YYYYYYYYYYY
addCheckpoint       新增检查点         .... .Y.........  change checkpoints
changeCheckpoint    修改检查点         .... .Y.........  change checkpoints
takeInResults       导入检测结果       .... .Y...Y.....  take in results
listPeople          查看赋码人员       .... .....YYY...  see codes
findPeople          按证件查找人员     .... .....YYY...  see codes
getPerson           查看一人赋码经过   .... .....YYY...  see codes
revealPerson        查看人员完整信息   .... .....Y.Y...  see a person in full
proposeRed          提出赋红码         .... .....Y.....  propose or sign a red code
proposeReds         批量提出赋红码     .... .....Y.....  propose or sign a red code
signRed             复核赋红码         .... .....Y.....  propose or sign a red code
declineRed          不予赋红码         .... .....Y.....  propose or sign a red code
closeReason         解除赋码原因       .... .....Y.Y...  close a reason of a code
listPersonsAtRisk   查看风险名单       .... .....YYY...  see codes
addToList           列入风险名单       .... .....Y.....  change the lists of persons at risk
removeFromList      移出风险名单       .... .....Y.....  change the lists of persons at risk
exportTrace         导出流调轨迹       .... .....Y.....  export a trace
listTrackings       查看动态追踪       .... ....YYY...Y  see tracking
getTracking         查看一条追踪       .... ....YYY...Y  see tracking
matchTracking       追踪对应到人       .... .....Y.....  handle tracking
handleTracking      处置追踪           .... .....Y.....  handle tracking
listMessages        查看通知           .... .YooYYYYYYY  see messages
markMessageSeen     确认通知           .... ..ppppppppp  see messages
listAlerts          终端查看通知       ...Y ...........
markAlertSeen       终端确认通知       ...Y ...........
importListEntries   导入白名单         .... ........Y..  draft white-list entries
listLeads           查看线索           .... ..oo..Y..YY  see leads
getLead             查看一条线索       .... ..o...Y..YY  see leads
handleLead          处置线索           .... ......Y....  handle leads
readEvidence        查看线索照片       .... ......Y....  see evidence
keepEvidence        留存线索照片       ...Y ...........
listListEntries     查看白名单         .... .....YY.Y.Y  see white lists
getListEntry        查看一条白名单     .... .....YY.Y.Y  see white lists
takeListStep        白名单审批         .... ........p.p  draft white-list entries|record an approval of a higher level
takeListBatchStep   白名单批量审批     .... ........p.p  draft white-list entries|record an approval of a higher level
changeListEntry     暂停或恢复白名单   .... .....Y..Y.Y  suspend white-list entries
extendListEntry     延长白名单         .... ..........Y  record an approval of a higher level
revealListEntry     查看白名单完整信息 .... ........Y.Y  export white lists
exportListEntries   导出白名单         .... ........Y.Y  export white lists
tripAppeals         查看本行程申诉     .Y.Y ...........
makeAppeal          提出申诉           .Y.Y ...........
listAppeals         查看申诉           .... ..ooYYYY...  see appeals
getAppeal           查看一件申诉       .... ..o.YYYY...  see appeals
acceptAppeal        受理申诉           .... ..p..p.p...  decide appeals|correct a verdict
decideAppeal        申诉办结           .... ..p..p.p...  decide appeals|correct a verdict
correctVerdict      更正查验结论       .... ..o........  correct a verdict
listEditions        查看规则版本       .... .Y...YY...Y  see editions
getEdition          查看一个规则版本   .... .Y...YY...Y  see editions
getAmendment        查看规则修订       .... .Y...YY...Y  see editions
draftAmendment      起草规则修订       .... ..........Y  draft or sign an amendment
changeDraft         修改修订草稿       .... ..........Y  draft or sign an amendment
dropDraft           放弃修订草稿       .... ..........Y  draft or sign an amendment
dryRun              试运行规则修订     .... ..........Y  draft or sign an amendment
signAmendment       签署规则修订       .... ..........Y  draft or sign an amendment
rollBack            撤回规则修订       .... ..........Y  draft or sign an amendment
checkOverlayFile    校验下级设定       .... .Y...YY...Y  see editions
acceptOverlay       接受下级设定       .... ..........Y  accept an overlay
endOverlay          停用下级设定       .... ..........Y  accept an overlay
readRiskAreas       查看风险地区名单   YYYY YYYYYYYYYYY
listRiskAreas       查看风险地区台账   .... .....YYY...  see codes
addRiskAreas        列入风险地区       .... .....Y.....  change risk areas
endRiskArea         解除风险地区       .... .....Y.....  change risk areas
searchAudit         查询审计日志       .... .Y....Y...Y  read the log
listAuditActors     日志中的经办人     .... .Y....Y...Y  read the log
checkAudit          核对审计日志       .... .Y....Y...Y  read the log
applyAsCompany      单位申办通行证     YYYY YYYYYYYYYYY
followApplication   查询申办结果       YYYY YYYYYYYYYYY
companyPassPdf      企业打印通行证     YYYY YYYYYYYYYYY
lookUpNumber        按编号查验         ...Y ...........
listPassApplications 查看通行证申请     .... ......Y..YY  see passes
samplePasses        抽查通行证         .... ......Y..YY  see passes
listPasses          查看通行证         .... ......Y..YY  see passes
getPassSheet        查看一张通行证     .... ......Y..YY  see passes
getPassApplication  查看一份申请       .... ......Y..YY  see passes
readPassApplication 查看申请完整信息   .... .........Y.  decide pass applications
decidePassApplication 审核通行证申请     .... .........Y.  decide pass applications
changePassStanding  撤销或暂停通行证   .... .........YY  revoke or suspend passes
voidFreightCodes    作废货畅码         .... .........YY  revoke or suspend passes
listForeignPasses   查看外省通行证     .... ......Y..YY  see passes
listChannels        查看通知通道       .... .Y..Y.Y...Y  see channels
pushKey             读取推送公钥       ...Y YYYYYYYYYYY
addSubscription     开启应用推送       ...Y YYYYYYYYYYY
removeSubscription  关闭应用推送       ...Y YYYYYYYYYYY
smsReceipts         接收短信回执       YYYY YYYYYYYYYYY
smsReplies          接收短信回复       YYYY YYYYYYYYYYY
board               调度总览           .... .YooY.Y...Y  see the board
boardStream         实时调度总览       .... .YooY.Y...Y  see the board
situation           区域和路网情况     .... .YooY.Y...Y  see the board
putBlock            登记路网情况       .... ....Y.....Y  change the network
resolveBlock        路网恢复通行       .... ....Y.....Y  change the network
listPlaces          查看服务区检测点   .... .Y..Y.Y...Y  see places
putPlace            登记服务区检测点   .... ....Y.....Y  change places
closePlace          关停服务区检测点   .... ....p.....Y  change places|close a service area
openPlace           恢复服务区检测点   .... ....Y.....Y  change places
checkpointOnBoard   查看检查点拥堵     .... .Yo.Y.Y...Y  see the board
checkpointForecast  查看拥堵预判       .... .Yo.Y.Y...Y  see the board
getIncident         查看拥堵事件       .... .Yo.Y.Y...Y  see the board
closingPhoto        查看解除照片       .... ..o.Y.Y...Y  see the board
answerForSummoned   代记召集回复       .... ..o.Y.....Y  answer for the summoned
judgeCandidate      核实司机上报       .... ..o........  lead at an incident
allOnDuty           确认全员上岗       .... ..o........  lead at an incident
closeIncident       附照片解除拥堵     .... ..o........  lead at an incident
setGreenLane        标记应急绿色通道   ...Y ..o.Y......  report a queue
mySummonses         查看本人召集       ...Y ..oo.......  lead at an incident
answerMySummons     回复本人召集       ...Y ..op.......  lead at an incident
listCallTasks       查看电话任务       .... ....Y.Y...Y  see call tasks
finishCallTask      办结电话任务       .... ....Y.....Y  finish call tasks
dayReport           查看拥堵日报       .... ....Y.Y...Y  see call tasks
reportQueue         拥堵上报           ...Y ..o.Y......  report a queue
reportQueueAsDriver 司机上报拥堵       .Y.. ...........
checkIn             排队签到           YYYY YYYYYYYYYYY
publicQueue         公开等候时间       YYYY YYYYYYYYYYY
publishedNumbers    查看公布电话       YYYY YYYYYYYYYYY
listNumberProposals 查看公布电话提议   .... .Y....Y...Y  see proposed numbers
proposeNumber       提出公布电话       .... ..........Y  publish a number
decideNumber        批准公布电话       .... ..........Y  publish a number
getSite             查看检查点道路     .... .Yo.Y.Y...Y  see the board
changeSite          登记检查点道路     .... .Y........Y  describe the road
listRegister        查看检查点设置     .... .YooY.Y...Y  see the board
changeRegister      登记检查点设置     .... .Y........Y  describe the road
listDuty            查看责任人         .... .YooY.Y...Y  see the roster
putDuty             登记责任人         .... .Y........Y  change the roster
endDuty             责任人卸任         .... .Y........Y  change the roster
dutyGaps            查看责任人缺口     .... .YooY.Y...Y  see the roster
exportAudit         导出审计日志       .... .Y....Y...Y  read the log
tripCases           查看本行程工单     .Y.. ...........
makeCase            向12328反映        .Y.. ...........
tellCase            评价或补充工单     .Y.. ...........
reportCase          终端代报工单       ...Y ...........
openCase            登记来电工单       .... ....Y......  take down cases
findCaller          按来电查找         .... ....Y......  take down cases
searchCases         查看工单           .... ..ooY.Y...Y  see cases
exportCases         导出工单           .... ....Y.Y...Y  export cases
getCase             查看一件工单       .... ..o.Y.Y...Y  see cases
moveCase            办理工单           .... ..p.p.p...p  move cases
`

const signs: Readonly<Record<string, May>> = { Y: 'yes', '.': 'no', o: 'own', p: 'part' }
const form = /^(\w+) +(\S+) +([Yop.]{4}) ([Yop.]{11})(?:  (.+))?$/u

function lineOf(text: string): Line {
  const [, name = '', zh = '', outside = '', staff = '', deeds = ''] = form.exec(text) ?? []
  const cells = (outside + staff).split('')
  if (cells.length !== askers.length) throw new Error(`not a line of the matrix: ${text}`)
  const may = Object.fromEntries(askers.map((who, at) => [who, signs[cells[at]!]]))
  return { name, zh, may: may as Line['may'], deeds: deeds === '' ? [] : (deeds.split('|') as Deed[]) }
}

export const matrix: readonly Line[] = table.trim().split('\n').map(lineOf)
