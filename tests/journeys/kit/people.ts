/** Nobody: the county in these numbers does not exist. */
export const zhang = { name: '张测试', number: '410899198001010015', phone: '13000000001' }
export const li = { name: '李示例', number: '319999198001010031', phone: '13000000002' }

export const password = '不会有人用的长密码 2022'
export const checkpoint = {
  id: 'JZ-G01',
  name: '焦作西站',
  road: 'G5512 晋新高速',
  county: '410822',
  lanes: 2,
  active: true,
}
