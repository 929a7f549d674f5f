import type { Outcome } from './channel.ts'

type Reading = 'later' | 'pace' | 'this-one' | 'line'

/**
 * What the gateway answers instead of OK. `this-one`: wrong with this number or these words; `line`: wrong with our account, so
 * that nothing will pass until somebody looks; `pace`: too many just now.
 */
const known: Readonly<Record<string, Reading>> = {
  'isv.BUSINESS_LIMIT_CONTROL': 'pace',
  'isv.DAY_LIMIT_CONTROL': 'pace',
  'isv.MONTH_LIMIT_CONTROL': 'line',
  'isv.MOBILE_NUMBER_ILLEGAL': 'this-one',
  'isv.MOBILE_COUNT_OVER_LIMIT': 'this-one',
  'isv.BLACK_KEY_CONTROL_LIMIT': 'this-one',
  'isv.PARAM_LENGTH_LIMIT': 'this-one',
  'isv.PARAM_NOT_SUPPORT_URL': 'this-one',
  'isv.TEMPLATE_PARAMS_ILLEGAL': 'this-one',
  'isv.INVALID_PARAMETERS': 'this-one',
  'isv.INVALID_JSON_PARAM': 'this-one',
  'isv.TEMPLATE_MISSING_PARAMETERS': 'line',
  'isv.SMS_TEMPLATE_ILLEGAL': 'line',
  'isv.SMS_SIGNATURE_ILLEGAL': 'line',
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL': 'line',
  'isv.AMOUNT_NOT_ENOUGH': 'line',
  'isv.OUT_OF_SERVICE': 'line',
  'isv.PRODUCT_UNSUBSCRIBE': 'line',
  'isv.PRODUCT_UN_SUBSCRIPT': 'line',
  'isv.ACCOUNT_NOT_EXISTS': 'line',
  'isv.ACCOUNT_ABNORMAL': 'line',
  'isp.RAM_PERMISSION_DENY': 'line',
  'isp.SYSTEM_ERROR': 'later',
  'isp.GATEWAY_ERROR': 'later',
  ServiceUnavailable: 'later',
  SignatureNonceUsed: 'later',
}

/** A code that we do not know: refused before anything was sent, the gateway says; to be tried again, it may be of its making. */
function readingOf(code: string): Reading {
  if (known[code] !== undefined) return known[code]
  if (code.startsWith('Throttling')) return 'pace'
  if (/^(InvalidAccessKeyId|SignatureDoesNotMatch|Forbidden|InvalidTimeStamp|NoPermission)/.test(code)) return 'line'
  return 'later'
}

/** Flow control counts by the minute, the hour and the day. */
const whenPaced = 65_000

export function aliyunOutcome(code: string): Outcome {
  switch (readingOf(code)) {
    case 'pace':
      return { kind: 'later', code, why: 'too many', after: whenPaced, pace: true }
    case 'this-one':
      return { kind: 'never', code, why: 'this number or these words' }
    case 'line':
      return { kind: 'never', code, why: 'account or template', line: true }
    default:
      return { kind: 'later', code, why: 'not well' }
  }
}
