/** What is used of the browser's own voice; never one that sends the text away. */
export type Speech = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel'> &
  Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

export const speechHere = (): Speech | undefined =>
  'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined

/** A Chinese voice that lives on this phone. The Mandarin of the mainland before others. */
export function offlineVoice(speech: Pick<Speech, 'getVoices'> | undefined): SpeechSynthesisVoice | undefined {
  const chinese = (speech?.getVoices() ?? []).filter(
    ({ localService, lang }) => localService && /^(zh|cmn)\b/i.test(lang.replace('_', '-')),
  )
  return chinese.find(({ lang }) => /^(zh-cn|cmn-hans|zh-hans)/i.test(lang.replace('_', '-'))) ?? chinese[0]
}

/** As it is said aloud: signs that a voice would spell out are pauses. */
export const spoken = (lines: readonly string[]): string =>
  lines
    .filter(Boolean)
    .map((line) => line.replace(/＋/g, '加').replace(/[·｜／]/g, '，'))
    .join('。')

type Utter = (text: string) => SpeechSynthesisUtterance

/** One thing at a time: what is said now ends what was said before. Silent without an offline voice. */
export function say(
  lines: readonly string[],
  speech: Speech | undefined = speechHere(),
  utter: Utter = (text) => new SpeechSynthesisUtterance(text),
): boolean {
  speech?.cancel()
  const voice = offlineVoice(speech)
  if (speech === undefined || voice === undefined) return false
  const utterance = utter(spoken(lines))
  utterance.voice = voice
  utterance.lang = voice.lang
  speech.speak(utterance)
  return true
}

export const hush = (speech: Speech | undefined = speechHere()): void => speech?.cancel()
