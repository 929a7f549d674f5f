import type { Wording } from '../ui/wording.ts'

export const zh = {
  page: '通行证查验',
  checking: '正在查验…',
  other: 'English',
  demo: '演示系统，数据均为虚构',
  states: {
    valid: { title: '有效', line: '请核对车牌与线路，一车一证一线路。' },
    expired: { title: '已过期', line: '不影响正常查验放行，可重新申办。' },
    revoked: { title: '已撤销', line: '不影响正常查验放行，可重新申办。' },
    suspended: { title: '已暂停', line: '恢复前不走绿色通道，不影响正常查验放行。' },
    'not-yet': { title: '未到生效时间', line: '请核对有效期。' },
    unreadable: { title: '无法识别', line: '码不完整。请对准整个码重新扫描，或拨打12328报证件编号。' },
    'not-ours': { title: '不是本系统的证', line: '签名不符，或由其他地区核发。外省通行证同样有效，请向核发单位核实。' },
    freight: { title: '这是货畅码', line: '请到卡口出示，由查验员扫码。' },
    unchecked: { title: '暂时查不到状态', line: '签名真实、在有效期内，但没有查到是否被撤销。请稍后再试。' },
    offline: { title: '没有网络', line: '连不上服务器，没有查验。请联网后再试。' },
    none: { title: '扫码查验通行证', line: '用手机扫描通行证上标有“任意手机扫码可查验”的二维码，本页会显示结果。' },
  },
  again: '再试一次',
  number: '证件编号',
  plate: '车牌号码',
  route: '线路',
  cargo: '物资类别',
  period: '有效期',
  issuer: '核发地',
  to: '至',
  checkedAt: (at: string) => `查验时间 ${at}`,
  help: '遇到问题打12328',
  private: '本页不显示、不保存个人信息；码的内容不上传服务器。',
}

export type Words = Wording<typeof zh>
