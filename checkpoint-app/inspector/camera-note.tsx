import { Button } from '../ui/button.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useScanWords } from './scan-words.ts'
import type { CameraState } from './use-camera.ts'
import { useInspectorWords } from './use-words.ts'

/** To be said over the radio. */
const codes = {
  denied: 'CAM-1',
  absent: 'CAM-2',
  busy: 'CAM-3',
  insecure: 'CAM-4',
  broken: 'CAM-5',
  lost: 'CAM-6',
  paused: 'CAM-7',
  blank: 'CAM-8',
} as const satisfies Partial<Record<CameraState, string>>

/** In the place of the picture: why there is none, and what to do now. */
export function CameraNote({ state, retry }: { state: CameraState; retry: () => void }) {
  const { camera, retry: retryWord } = useInspectorWords()
  const { trouble, troubleCode } = useScanWords()
  const words = { ...camera, ...trouble }
  if (state === 'starting' || state === 'live')
    return (
      <p className="camera-note" role="status">
        {words.starting}
      </p>
    )
  return (
    <div className="camera-note" role="alert">
      <Shape tone="void" size={40} />
      <strong>{words[state]}</strong>
      <p>{words[`${state}Do`]}</p>
      <Button onClick={retry}>{retryWord}</Button>
      <span className="quiet small">{troubleCode(codes[state])}</span>
    </div>
  )
}
