import { describe, expect, test } from 'vitest'
import { hush, offlineVoice, say, spoken, type Speech } from '../../checkpoint-app/inspector/speak.ts'

const voice = (lang: string, localService: boolean) => ({ lang, localService, name: lang }) as SpeechSynthesisVoice

function phoneWith(voices: readonly SpeechSynthesisVoice[]) {
  const done: string[] = []
  const speech = {
    getVoices: () => [...voices],
    cancel: () => void done.push('cancel'),
    speak: ({ text }: SpeechSynthesisUtterance) => void done.push(text),
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as Speech
  const utter = (text: string) => ({ text }) as SpeechSynthesisUtterance
  return { done, speech, says: (...lines: string[]) => say(lines, speech, utter) }
}

describe('the spoken verdict', () => {
  test('only a voice that lives on the phone, Mandarin first', () => {
    const cloud = voice('zh-CN', false)
    const cantonese = voice('zh_HK', true)
    const mandarin = voice('zh_CN', true)
    expect(offlineVoice(phoneWith([voice('en-US', true), cloud]).speech)).toBeUndefined()
    expect(offlineVoice(phoneWith([cantonese, mandarin]).speech)).toBe(mandarin)
    expect(offlineVoice(phoneWith([cloud, cantonese]).speech)).toBe(cantonese)
    expect(offlineVoice(undefined)).toBeUndefined()
  })

  test('without one it is silent: nothing is sent away to be spoken', () => {
    const phone = phoneWith([voice('zh-CN', false)])
    expect(phone.says('快速放行')).toBe(false)
    expect(phone.done).toEqual(['cancel'])
  })

  test('one at a time: the next ends the one before; the next truck ends it too', () => {
    const phone = phoneWith([voice('zh-CN', true)])
    phone.says('快速放行', '直接通行')
    phone.says('核酸＋抗原')
    hush(phone.speech)
    expect(phone.done).toEqual(['cancel', '快速放行。直接通行', 'cancel', '核酸加抗原', 'cancel'])
  })

  test('signs are pauses', () => expect(spoken(['暂缓放行·闭环转运', ''])).toBe('暂缓放行，闭环转运'))
})
