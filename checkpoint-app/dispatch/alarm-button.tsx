import { useEffect, useRef, useState } from 'react'
import { keep, kept } from '../ui/kept.ts'
import { Button } from '../ui/button.tsx'
import { alarmBetween, notes, type Alarm } from './alarms.ts'
import type { Board } from './board-state.ts'
import { useDispatchWords } from './words.ts'

let audio: AudioContext | undefined

function sound(alarm: Alarm): void {
  if (audio?.state !== 'running') return
  for (const { hertz, from, seconds } of notes[alarm]) {
    const start = audio.currentTime + from
    const [tone, volume] = [audio.createOscillator(), audio.createGain()]
    tone.frequency.value = hertz
    // Ramps, because a tone cut off hard clicks.
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(0.4, start + 0.01)
    volume.gain.setValueAtTime(0.4, start + seconds - 0.03)
    volume.gain.linearRampToValueAtTime(0, start + seconds)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + seconds)
  }
}

const name = 'dispatch-muted'

/** A browser lets a page sound only after it was pressed: until then the button says so. Muted stays muted. */
export function AlarmButton({ board }: { board: Board | undefined }) {
  const { sound: words } = useDispatchWords()
  const [muted, setMuted] = useState(() => kept(name) === true)
  const [awake, setAwake] = useState(() => audio?.state === 'running')
  const before = useRef<Board['rows']>(undefined)
  useEffect(() => {
    if (board === undefined) return
    const alarm = alarmBetween(before.current, board.rows)
    before.current = board.rows
    if (alarm !== undefined && !muted) sound(alarm)
  }, [board, muted])
  const press = () => {
    if (!awake) {
      audio ??= 'AudioContext' in globalThis ? new AudioContext() : undefined
      void audio?.resume().then(() => {
        setAwake(audio?.state === 'running')
        sound('step')
      })
      keep(name, undefined)
      setMuted(false)
      return
    }
    keep(name, muted ? undefined : true)
    setMuted(!muted)
  }
  return (
    <Button
      compact
      kind={awake || muted ? 'ghost' : 'secondary'}
      className="sound-button"
      title={awake ? (muted ? words.unmute : words.mute) : words.turnOn}
      onClick={press}
    >
      {awake ? (muted ? words.off : words.on) : words.turnOn}
    </Button>
  )
}
