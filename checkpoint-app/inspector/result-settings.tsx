import { useEffect, useState } from 'react'
import { Choice } from '../ui/choice.tsx'
import { keep, kept } from '../ui/kept.ts'
import { hush, offlineVoice, say, speechHere } from './speak.ts'
import { useResultWords } from './result-words.ts'

/** Whether a release closes by itself. */
export function ClosingSwitch() {
  const words = useResultWords()
  const [on, setOn] = useState(kept('closes') !== false)
  const options = [
    { value: 'on', label: words.closesOn },
    { value: 'off', label: words.closesOff },
  ] as const
  const choose = (value: 'on' | 'off') => {
    keep('closes', value === 'on' ? undefined : false)
    setOn(value === 'on')
  }
  return (
    <>
      <Choice legend={words.closes} options={options} value={on ? 'on' : 'off'} onChange={choose} columns={2} />
      <p className="quiet small">{words.closesHint}</p>
    </>
  )
}

/** Voices come a moment after the page. */
function useOfflineVoice(): boolean {
  const [has, setHas] = useState(() => offlineVoice(speechHere()) !== undefined)
  useEffect(() => {
    const speech = speechHere()
    const look = () => setHas(offlineVoice(speech) !== undefined)
    speech?.addEventListener('voiceschanged', look)
    look()
    return () => speech?.removeEventListener('voiceschanged', look)
  }, [])
  return has
}

/** Only where a voice is on the phone: no text leaves it to be spoken. */
export function SpeakingSwitch() {
  const words = useResultWords()
  const has = useOfflineVoice()
  const [on, setOn] = useState(kept('speaks') === true)
  const options = [
    { value: 'on', label: words.speaksOn },
    { value: 'off', label: words.speaksOff },
  ] as const
  const choose = (value: 'on' | 'off') => {
    keep('speaks', value === 'on' ? true : undefined)
    setOn(value === 'on')
    if (value === 'on') say(['语音播报已打开'])
    else hush()
  }
  if (!has)
    return (
      <p className="quiet small">
        {words.speaks}：{words.noVoice}
      </p>
    )
  return <Choice legend={words.speaks} options={options} value={on ? 'on' : 'off'} onChange={choose} columns={2} />
}
