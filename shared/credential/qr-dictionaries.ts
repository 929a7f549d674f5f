const bytes = (parts: readonly string[]) => new TextEncoder().encode(parts.join(''))

/**
 * Published dictionaries by version: what claims have in common, the most likely last. Never change one: a wrong dictionary
 * gives other bytes, without an error.
 */
export const qrDictionaries: Readonly<Record<number, Uint8Array>> = {
  1: bytes([
    '京津沪渝冀云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼豫学警港澳',
    '陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕刘李王张',
    '","no":"4108","o":"4108","d":"4108","g":"0","u":"410800"}',
    '{"iss":"410800","jti":"","iat":16,"nbf":16,"exp":16,"k":"p","p":"豫',
    ',"k":"f","p":"沪","t":"挂","tr":"","s":"i","c":"y","c":"r","c":"x","r":0,"m":[["',
    '","s":"c","c":"g","n":16,"r":1,"m":[["","d"],["","e"],["","e"]]}',
  ]),
  2: bytes([
    'http://localhost:changxing.tongxing.pass.txz.zhengzhou.kaifeng.luoyang.pingdingshan.anyang.hebi.puyang.xuchang.',
    'luohe.sanmenxia.nanyang.shangqiu.xinyang.zhoukou.zhumadian.jiyuan.hncx.example.cnxinxiang.hn.jt.henan.',
    '京津沪渝冀云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼豫学警港澳',
    '欧阳郝段薛尹秦谭姜姚任苏范方石崔钟陆汪廖贾夏韦付白邹孟熊邱江闫雷侯龙史陶黎贺顾毛龚邵万钱严武戴莫孔汤田潘蒋蔡余杜叶魏吕',
    '丁卢董萧程曹袁邓许傅沈曾彭肖冯唐韩于谢郑宋梁罗高林何郭胡朱马孙徐吴周黄赵杨陈刘张李王',
    ',"nbf":17,"exp":17,"k":"p","p":"豫H","no":"410800","o":"4101","d":"4108","g":"02","u":"410800',
    '","status":{"status_list":{"idx":1,"uri":"https://cx.jiaozuo.gov.cn/status/1"}}}',
    '{"iss":"410800","jti":"","iat":17,"exp":17,"k":"f","p":"豫","t":"豫挂","tr":"',
    '","s":"i","c":"y","n":17,"r":1,"m":[["","s":"c","c":"g","r":1,"m":[["',
    '","s":"c","c":"g","n":17,"r":1,"m":[["","d"],["","e"]],"h":"A","e"]]}',
  ]),
}
