/** Documents of the province and the nation, in our own words. */
export const henan16 = {
  title: {
    zh: '河南省物流保通保畅促进产业链供应链稳定十六条措施',
    en: 'Henan: sixteen measures to keep freight moving and supply chains stable',
  },
  short: { zh: '十六条', en: 'Sixteen Measures' },
  level: 'province',
  // The only date that the text itself names (start of the national pass).
  from: '2022-04-23T00:00:00+08:00',
  articles: {
    1: {
      zh: '保各类通道畅通，严禁擅自阻断；服务区关停也要保留加油、饮水、如厕。',
      en: 'Keep every road, port and station open; a closed service area still gives fuel, water and toilets.',
    },
    2: {
      zh: '用信息化手段快速查验；非跨省车辆识别行程后即放行。',
      en: 'Inspect fast with data; vehicles that do not cross the province go on once the itinerary is known.',
    },
    3: {
      zh: '核酸全国互认；48小时阴性、绿码、体温正常直接放行；多设检测点，报备司机免费。',
      en: 'Results from anywhere count; negative within 48 h, green code, normal temperature release at once; free tests if registered.',
    },
    4: {
      zh: '货车专用服务区和临时停靠处，供餐、加油、检测、如厕。',
      en: 'Service areas and stopping places for truck crews.',
    },
    5: {
      zh: '最好提前24小时报备，未提前的途中提醒或检查点补录。',
      en: 'Register 24 h ahead if possible, else on the way or at the checkpoint.',
    },
    6: {
      zh: '不得层层加码；车籍、户籍、带*不作限制；少设卡、不重复查；两证两码合格必须放行。',
      en: 'No added conditions; plate, residence and asterisk never restrict; few checkpoints, no repeats; who meets the proofs must be released.',
    },
    7: {
      zh: '末端闭环：核酸超48小时的做核酸和抗原，阴性即放行并追踪；停留超期赋黄码；风险地区和红码点对点引导。',
      en: 'Closed loop at the end of the trip: late test means test and antigen, negative goes on tracked; overstay is yellow; risk area or red code is led point to point.',
    },
    8: {
      zh: '启用全国统一通行证，网上即办、全国互认，电子纸质同效。',
      en: 'One national pass, issued online at once, recognised everywhere, paper as good as electronic.',
    },
    9: {
      zh: '收发货企业设专区、扫码进场、消毒，装卸后引导离豫或社区报备。',
      en: 'Consignees give crews their own area, disinfect, and guide them out or register them.',
    },
    10: { zh: '为滞留和无住所的司乘人员提供服务和宾馆。', en: 'Care and lodging for stranded crews.' },
    11: {
      zh: '重点企业白名单；封闭城市中转站点司乘凭24小时核酸阴性和闭环进出。',
      en: 'White list of key enterprises; crews at transfer points of closed cities with a test within 24 h and a closed loop.',
    },
    12: { zh: '12328全天受理，省市县三级调度。', en: 'Hotline 12328 round the clock, dispatch at three levels.' },
    13: { zh: '减费降税、金融支持货运企业。', en: 'Relief for freight companies.' },
    14: { zh: '预设中转站，启用即公告。', en: 'Transfer stations planned ahead, announced on opening.' },
    15: { zh: '设健康码申诉绿色通道，符合要求立即解除。', en: 'A fast appeal lane for health codes.' },
    16: { zh: '督导检查、公布政策、值班调度。', en: 'Supervision, publication, duty and dispatch.' },
  },
} as const

export const henanNotice13 = {
  title: { zh: '豫政办明电〔2022〕13号', en: 'Henan General Office notice 13 of 2022' },
  short: { zh: '13号明电', en: 'Notice 13' },
  level: 'province',
  from: '2022-04-23T00:00:00+08:00',
  articles: {
    6: {
      zh: '通行证网上即办；货车司机白名单由省指挥部核准、不少于一周，名单内保持绿码；园区免费核酸。',
      en: 'Pass online at once; drivers on the white list, approved by the province for at least a week, keep green codes; free tests in parks.',
    },
    7: {
      zh: '与江浙沪的货运直通车，司乘闭环、即走即解即追；重点产业链白名单。',
      en: 'Through trucks with the lower Yangtze region, crews in a closed loop, cleared and tracked on leaving.',
    },
  },
} as const

export const nationalServices43 = {
  title: { zh: '关于促进服务业领域困难行业恢复发展的若干政策', en: 'Nation: policies to restore hard-hit services' },
  short: { zh: '国家43条', en: 'National 43' },
  level: 'nation',
  from: '2022-04-23T00:00:00+08:00',
  articles: {
    42: {
      zh: '防控要科学精准，既不放松也不过度；密接集中隔离，其他人员分类管理。',
      en: 'Neither slack nor excessive; close contacts isolate, everybody else by category.',
    },
    43: {
      zh: '五个不得：不禁低风险地区人员流动，不扩大风险范围，不擅自加码、隔离。',
      en: 'Five must-nots: no bans on people from low-risk areas, no wider areas, no measures added on one’s own.',
    },
  },
} as const
