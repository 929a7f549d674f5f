/** The city's documents, in our own words. */
export const jiaozuo20 = {
  title: {
    zh: '焦作市物流保通保畅促进产业链供应链稳定二十条措施',
    en: 'Jiaozuo: twenty measures to keep freight moving and supply chains stable',
  },
  short: { zh: '二十条', en: 'Twenty Measures' },
  level: 'city',
  // The measures carry no date; they follow the province's sixteen, which name 2022-04-23.
  from: '2022-04-23T00:00:00+08:00',
  articles: {
    1: {
      zh: '三级调度保主干线畅通；服务区关停须市同意、省批准，关停也保留加油等服务，满三天恢复。',
      en: 'Keep trunk roads open; a service area closes only with approval of city and province, keeps fuel, and reopens after three days.',
    },
    2: {
      zh: '查验用专用终端，先扫车牌识别行程，再按省内、省外已报备、省外未报备三种情形处理。',
      en: 'Inspect with a bound terminal: read the plate, find the itinerary, then one of three routes: in-province, registered, not registered.',
    },
    3: {
      zh: '核酸结果全国互认；48小时阴性、健康码绿码、体温正常三项齐，直接放行；加密设点，报备司机免费。',
      en: 'Results from anywhere count; negative within 48 h, green code and normal temperature release at once; more test points, free if registered.',
    },
    4: {
      zh: '高速设入豫货车专用服务区，国省干线设临时停靠处，供餐、加油、检测、如厕。',
      en: 'Service areas for trucks on expressways and stopping places on trunk roads: food, fuel, tests, toilets.',
    },
    5: {
      zh: '各方督促司乘人员提前24小时报备；没有提前的，途中短信提醒或到卡口补录。',
      en: 'Crews are urged to register 24 h ahead; whoever did not is reminded on the way or registers at the checkpoint.',
    },
    6: {
      zh: '按实际行程和涉疫情况管理；车籍、户籍、行程卡带*都不是限制理由；不重复设卡、不重复查；两证两码合格即放行。',
      en: 'Judge by real itinerary and exposure; never by plate, residence or asterisk; no second inspection; whoever meets the proofs is released.',
    },
    7: {
      zh: '分类闭环：不合国家规定的赋黄码；核酸超48小时的做核酸和抗原，抗原阴性即放行并追踪；风险地区和红码点对点引导。',
      en: 'Graded closed loop: yellow where national rules are not met; late test means test and antigen, negative goes on tracked; risk area or red code is led point to point.',
    },
    8: {
      zh: '重点物资车辆用全国统一通行证，电子纸质同效；持证车辆查验合格走绿色通道。',
      en: 'One national pass for key goods, paper as good as electronic; holders who pass inspection use the green lane.',
    },
    9: {
      zh: '收发货企业对接：扫码进场、消毒、引导离焦或社区报备；弄虚作假造成后果的追责。',
      en: 'Consignees receive crews in order, guide them out or register them; false statements with grave results are prosecuted.',
    },
    10: {
      zh: '照顾滞留和无住所的司乘人员：餐饮、检测、专用宾馆。',
      en: 'Care for stranded crews and those without lodging: food, tests, dedicated hotels.',
    },
    11: {
      zh: '重点企业白名单；进出封闭城市中转站点的司乘人员凭24小时核酸阴性和闭环管理。',
      en: 'White list of key enterprises; crews at transfer points of closed cities need a negative test within 24 h and a closed loop.',
    },
    12: {
      zh: '12328热线全天受理，与省市县三级调度联动，接诉即办。',
      en: 'Hotline 12328 takes calls round the clock, tied to dispatch at three levels.',
    },
    13: { zh: '减费降税、金融支持，为货运物流企业纾困。', en: 'Relief for freight companies: fees, taxes, credit.' },
    14: {
      zh: '预设物资中转站、接驳点，启用后及时公告。',
      en: 'Plan transfer stations ahead and announce them when they open.',
    },
    15: {
      zh: '服务区、园区、检查点、企业设健康码申诉绿色通道，符合条件立即解除异常。',
      en: 'A fast appeal lane for health codes at service areas, parks, checkpoints and companies.',
    },
    16: {
      zh: '公开政策，盯住超1小时或超1公里的拥堵，保应急和生活物资通道，查处层层加码。',
      en: 'Publish the rules, watch queues over 1 h or 1 km, keep emergency and daily goods moving, prosecute added conditions.',
    },
    17: {
      zh: '每个检查点有一名县级领导分包、二至三名后备干部驻点负责。',
      en: 'Each checkpoint has one county leader in charge and two or three reserve cadres on site.',
    },
    18: {
      zh: '检查点成立临时党支部，统一管理人员。',
      en: 'A temporary party branch unites the staff of each checkpoint.',
    },
    19: {
      zh: '高峰前置力量、增开车道、保应急绿色通道；拥堵超20、30、60分钟逐级到场。',
      en: 'Staff and lanes ahead of peaks, emergency lane kept free; leaders come at 20, 30 and 60 minutes of congestion.',
    },
    20: {
      zh: '指挥部以四不两直方式常态督查保通保畅。',
      en: 'The command post inspects without notice and keeps doing so.',
    },
  },
} as const

export const jiaozuo25 = {
  title: { zh: '关于做好焦作市当前重点经济工作的若干措施', en: 'Jiaozuo: measures for the present key economic work' },
  short: { zh: '25条', en: '25 Measures' },
  level: 'city',
  from: '2022-04-23T00:00:00+08:00',
  articles: {
    6: {
      zh: '用好报备系统和货车畅行码，按实际行程和涉疫情况分类管理，快速核对。',
      en: 'Use registration and the freight code well; manage by real itinerary and exposure; check fast.',
    },
    7: {
      zh: '重点地区货运直通车，司乘闭环、即走即解即追；企业白名单服务；12328接诉即办。',
      en: 'Through trucks with key regions, crews in a closed loop, cleared and tracked on leaving; service list for enterprises.',
    },
  },
} as const
