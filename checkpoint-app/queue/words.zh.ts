/** Every word of the page of waits. */
export const zh = {
  language: 'zh' as const,
  page: '检查点等候时间',
  other: 'English',
  demo: '演示系统：数据均为虚构。',
  loading: '正在查询…',
  failed: '查不到，请检查网络',
  again: '重新查询',
  asOf: (time: string) => `${time} 的情况`,
  now: '正在查验的车等了',
  arriving: '现在去约等',
  minutes: (n: number) => `${n} 分钟`,
  queue: (metres: number) => `排队约 ${metres >= 1000 ? `${(metres / 1000).toFixed(1)} 公里` : `${metres} 米`}`,
  unknown: '暂无数据',
  congested: '拥堵',
  faster: '等候较短',
  sign: (name: string) => `您在${name}排队`,
  signUnknown: '这个标牌的检查点没有找到',
  signWhy: '按一下，帮指挥部看到队尾、及时增开车道。只用车牌和时间，不需要登录。',
  plate: '车牌号',
  platePlaceholder: '例如 豫H12345',
  plateWrong: '请填写车牌号',
  join: '我在排队',
  sending: '正在发送…',
  joined: '已签到，谢谢',
  about: (n: number) => `预计还要等 ${n} 分钟`,
  joinFailed: '没有发出去，请再按一次',
  roads: '路况',
  since: (day: string, time: string) => `${day} ${time} 起`,
  detour: (text: string) => `绕行：${text}`,
  places: '服务区和检测点',
  shut: '暂停',
  free: '免费',
  forTrucks: '货车专用',
  dial: (phone: string) => `拨打 ${phone}`,
  hotline: '12328 交通运输服务热线',
  hotlineWhy: '全天可问等候、绕行和通行证',
}
export type Words = {
  readonly [Key in keyof typeof zh]: Key extends 'language'
    ? 'zh' | 'en'
    : (typeof zh)[Key] extends string
      ? string
      : (typeof zh)[Key] extends (...given: infer Given) => string
        ? (...given: Given) => string
        : never
}
