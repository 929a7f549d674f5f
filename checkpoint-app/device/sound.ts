/** What a verdict sounds and feels like, so that it is understood without looking. Told apart by rhythm, not pitch alone. */
export type Signal = 'release' | 'to-do' | 'hold' | 'alert' | 'due'

export type Tone = { readonly hertz: number; readonly from: number; readonly seconds: number }

export const tones: Readonly<Record<Signal, readonly Tone[]>> = {
  release: [
    { hertz: 880, from: 0, seconds: 0.12 },
    { hertz: 1320, from: 0.12, seconds: 0.18 },
  ],
  'to-do': [
    { hertz: 660, from: 0, seconds: 0.14 },
    { hertz: 660, from: 0.24, seconds: 0.14 },
  ],
  hold: [{ hertz: 330, from: 0, seconds: 0.9 }],
  alert: [0, 0.3, 0.6].flatMap((from) => [
    { hertz: 990, from, seconds: 0.12 },
    { hertz: 740, from: from + 0.14, seconds: 0.12 },
  ]),
  // A bell, twice: neither a verdict nor a danger.
  due: [0, 0.7].flatMap((from) => [
    { hertz: 1047, from, seconds: 0.16 },
    { hertz: 1319, from: from + 0.18, seconds: 0.16 },
    { hertz: 1568, from: from + 0.36, seconds: 0.24 },
  ]),
}

/** One short = release, two = to do, long = hold, long and short in turn = alert, three even ones = a truck waits (milliseconds on, off, on). */
export const vibrations: Readonly<Record<Signal, number[]>> = {
  release: [80],
  'to-do': [80, 100, 80],
  hold: [900],
  alert: [400, 120, 120, 120, 400, 120, 120],
  due: [250, 150, 250, 150, 250],
}

let audio: AudioContext | undefined

/** Browsers let a page sound only after a touch: call this from the first one. */
export function wakeSound(): void {
  audio ??= 'AudioContext' in globalThis ? new AudioContext() : undefined
  if (audio?.state === 'suspended') void audio.resume().catch(() => undefined)
}

export function give(signal: Signal, { sound }: { sound: boolean }): void {
  navigator.vibrate?.(vibrations[signal])
  if (!sound || audio?.state !== 'running') return
  for (const tone of tones[signal]) play(audio, tone)
}

function play(context: AudioContext, { hertz, from, seconds }: Tone) {
  const start = context.currentTime + from
  const oscillator = context.createOscillator()
  const volume = context.createGain()
  oscillator.frequency.value = hertz
  // Ramps, because a tone cut off hard clicks.
  volume.gain.setValueAtTime(0, start)
  volume.gain.linearRampToValueAtTime(0.5, start + 0.01)
  volume.gain.setValueAtTime(0.5, start + seconds - 0.03)
  volume.gain.linearRampToValueAtTime(0, start + seconds)
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(start + seconds)
}
