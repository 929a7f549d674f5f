/**
 * Everything this folder may say about an input: a short code that can be read over the phone, and what is wrong and what
 * to do now. An entry under a refusal blocks the field; one under a warning never does.
 */
type Note = { code: string; zh: string; en: string }

export const notes = {
  'plate.empty': { code: 'I-01', zh: '请输入车牌号', en: 'Enter the plate number' },
  'plate.too-long': { code: 'I-02', zh: '车牌号过长，请核对', en: 'The plate number is too long; check it' },
  'plate.unreadable': {
    code: 'I-03',
    zh: '车牌号含无法识别的符号，请重新输入',
    en: 'The plate number has a character that cannot be read; type it again',
  },
  'plate.unknown-form': {
    code: 'I-04',
    zh: '不是常见号牌格式，按其他号牌记录，请核对',
    en: 'Not a common plate form; kept as another plate. Check it',
  },
  'plate.letter-i-or-o': {
    code: 'I-05',
    zh: '号牌不用字母 I、O，请核对是否为数字 1、0',
    en: 'Plates do not use the letters I and O; check for the digits 1 and 0',
  },
  'id.empty': { code: 'I-11', zh: '请输入证件号码', en: 'Enter the document number' },
  'id.wrong-length': {
    code: 'I-12',
    zh: '身份证号应为 18 位，请核对',
    en: 'An ID card number has 18 characters; check it',
  },
  'id.wrong-character': {
    code: 'I-13',
    zh: '身份证号只能是数字，末位可为 X，请核对',
    en: 'An ID card number has digits only, the last may be X; check it',
  },
  'id.no-such-date': {
    code: 'I-14',
    zh: '身份证号中的出生日期不存在，请核对',
    en: 'The birth date in the ID card number does not exist; check it',
  },
  'id.birth-in-future': {
    code: 'I-15',
    zh: '身份证号中的出生日期晚于今天，请核对',
    en: 'The birth date in the ID card number is later than today; check it',
  },
  'id.wrong-check': {
    code: 'I-16',
    zh: '身份证号校验不符，请逐位核对',
    en: 'The ID card number does not add up; check each digit',
  },
  'id.too-long': { code: 'I-17', zh: '证件号码过长，请核对', en: 'The document number is too long; check it' },
  'id.unreadable': {
    code: 'I-18',
    zh: '证件号码只能是字母和数字，请核对',
    en: 'A document number has letters and digits only; check it',
  },
  'id.legacy': {
    code: 'I-19',
    zh: '15 位旧身份证号，已换算为 18 位，请与有效证件核对',
    en: 'An old 15-digit ID number, converted to 18; check it against a valid document',
  },
  'id.unusual-form': {
    code: 'I-20',
    zh: '与该类证件的常见格式不同，请与证件核对',
    en: 'Not the usual form of this kind of document; check it against the document',
  },
  'company-code.empty': { code: 'I-31', zh: '请输入统一社会信用代码', en: 'Enter the unified social credit code' },
  'company-code.wrong-length': {
    code: 'I-32',
    zh: '统一社会信用代码应为 18 位，请核对',
    en: 'A unified social credit code has 18 characters; check it',
  },
  'company-code.wrong-character': {
    code: 'I-33',
    zh: '统一社会信用代码不用字母 I、O、S、V、Z，第 3 至 8 位为数字，请核对',
    en: 'A unified social credit code has no I, O, S, V, Z, and digits in places 3 to 8; check it',
  },
  'company-code.wrong-check': {
    code: 'I-34',
    zh: '统一社会信用代码校验不符，请逐位核对',
    en: 'The unified social credit code does not add up; check each character',
  },
  'company-code.wrong-organisation-check': {
    code: 'I-35',
    zh: '统一社会信用代码第 9 至 17 位校验不符，请逐位核对',
    en: 'Places 9 to 17 of the unified social credit code do not add up; check each character',
  },
  'phone.empty': { code: 'I-41', zh: '请输入手机号', en: 'Enter the mobile number' },
  'phone.wrong-form': {
    code: 'I-42',
    zh: '手机号应为 11 位、以 13 至 19 开头，请核对',
    en: 'A mobile number has 11 digits and starts with 13 to 19; check it',
  },
  'name.empty': { code: 'I-51', zh: '请输入姓名', en: 'Enter the name' },
  'name.too-long': { code: 'I-52', zh: '姓名过长，请核对', en: 'The name is too long; check it' },
  'name.unreadable': {
    code: 'I-53',
    zh: '姓名含无法识别的符号，请重新输入',
    en: 'The name has a character that cannot be read; type it again',
  },
} as const satisfies Record<string, Note>

export type NoteKey = keyof typeof notes
