import { describe, expect, test } from 'vitest'
import { gunText } from '../../checkpoint-app/device/gun-text.ts'
import { wedgeCollector, type WedgeKey } from '../../checkpoint-app/device/wedge.ts'

const code = 'CX:AB C%D*E+F-1.2/3'
const swappedCode = 'cx:ab c%d*e+f-1.2/3'

function gun(everyMs = 5) {
  const collect = wedgeCollector()
  let at = 1_000
  const press = (key: string | Partial<WedgeKey>) => {
    at += everyMs
    return collect({ key: 'Process', at, ...(typeof key === 'string' ? { key } : key) })
  }
  return {
    press,
    type: (text: string) => Array.from(text).map(press),
    wait: (ms: number) => (at += ms),
  }
}

describe('a scanner gun', () => {
  test.each([
    ['at once', 5, code],
    ['by a slow radio', 119, code],
    ['by hand', 121, undefined],
  ])('keys that come %s', (_, everyMs, expected) => {
    const { type, press } = gun(everyMs)
    type(code)
    expect(press('Enter').text).toBe(expected)
  })

  test.each(['Enter', 'Tab', 'NumpadEnter'])('%s ends a code', (end) => {
    const { type, press } = gun()
    type(code)
    expect(press(end)).toEqual({ mine: true, text: code })
  })

  test('a few letters are no code, and Enter on a button stays Enter', () => {
    const { type, press } = gun()
    type('SHORT')
    expect(press('Enter')).toEqual({ mine: false })
  })

  test('its keys press nothing: a space in a code is not the space bar', () => {
    const { type } = gun()
    expect(type(code).map(({ mine }) => mine)).toEqual([false, ...Array.from(code, () => true).slice(1)])
  })

  test('the second half of CR+LF does nothing, a later Enter does', () => {
    const { type, press, wait } = gun()
    type(code)
    press('Enter')
    expect(press('Enter')).toEqual({ mine: true })
    wait(300)
    expect(press('Enter')).toEqual({ mine: false })
  })

  test('a trigger held too long sends the code twice; it counts once', () => {
    const { type, press, wait } = gun()
    type(code)
    expect(press('Enter').text).toBe(code)
    type(code)
    expect(press('Enter')).toEqual({ mine: true })
    wait(2_000)
    type(code)
    expect(press('Enter').text).toBe(code)
  })

  test('Shift and other named keys are no text', () => {
    const { press, type } = gun()
    press('Shift')
    type('CX:')
    press('CapsLock')
    type('ABCDEFGHIJ')
    expect(press('Enter').text).toBe('CX:ABCDEFGHIJ')
  })

  test('with a Chinese input method on, the places of the keys tell', () => {
    const { press } = gun()
    press({ code: 'KeyC', shift: true })
    press({ code: 'KeyX', shift: true })
    press({ code: 'Semicolon', shift: true })
    for (const name of ['KeyA', 'Digit5', 'Space', 'Digit4', 'Minus', 'Slash', 'Period', 'Equal', 'Numpad7', 'KeyB'])
      press({ code: name, shift: name.startsWith('Key') || name === 'Digit4' || name === 'Equal' })
    expect(press('Enter').text).toBe('CX:A5 $-/.+7B')
  })
})

describe('the text of a gun', () => {
  test.each([
    ['as printed', code, code],
    ['Caps Lock on, or set to small letters', swappedCode, code],
    ['an address in capitals', 'HTTPS://HOST/P#AB-C:1', 'https://host/p#ab-c:1'],
    ['a binding link with Caps Lock on', 'HTTPS://HOST/CHECKPOINT/#ENROL=aBc', 'https://host/checkpoint/#enrol=AbC'],
    ['a bare token with Caps Lock on', 'EYjAbC', 'eyJaBc'],
    ['the AIM identifier before it', `]Q1${code}`, code],
    ['the same in small letters', `]q1${swappedCode}`, code],
    ['a prefix of its own', `~#${code}`, code],
    ['a full-width input method', 'ＣＸ：ＡＢ　Ｃ％１', 'CX:AB C%1'],
    ['another’s text', 'hello World 123', 'hello World 123'],
  ])('%s', (_, typed, text) => expect(gunText(typed)).toBe(text))
})
