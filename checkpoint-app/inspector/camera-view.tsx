import { useRef, type ChangeEvent, type ReactNode } from 'react'
import { readPhoto } from '../device/qr-reader.ts'
import { Button } from '../ui/button.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { useToast } from '../ui/toast.tsx'
import { sharedReader, useCamera, type CameraState } from './use-camera.ts'
import { useScanWords } from './scan-words.ts'
import { useInspectorWords } from './use-words.ts'

/** `seen`: a code was read and waits for the app that is still coming. */
type Given = { found: (text: string) => void; seen?: boolean; children?: ReactNode; small?: boolean }

/** The live picture with one guide; below it the tools that fit this phone. `children` stand beside them. */
export function CameraView({ found, seen, children, small }: Given) {
  const words = useInspectorWords()
  const scanWords = useScanWords()
  const { video, state, retry, changeLens, torch, light } = useCamera(found)
  return (
    <section className={small ? 'camera camera-small' : 'camera'} aria-label={words.scan}>
      <div className="camera-frame">
        <video ref={video} className="camera-video" muted playsInline aria-label={words.scanGuide} />
        {state === 'live' ? (
          <p className="camera-guide" role={seen ? 'status' : undefined}>
            {seen ? scanWords.seen : words.scanGuide}
          </p>
        ) : (
          <CameraNote state={state} retry={retry} />
        )}
      </div>
      <div className="camera-tools">
        {torch && (
          <Button onClick={torch} aria-pressed={light}>
            {words.torch}
          </Button>
        )}
        {state === 'live' && <Button onClick={changeLens}>{words.lens}</Button>}
        <PhotoButton found={found} />
        {children}
      </div>
    </section>
  )
}

export function CameraNote({ state, retry }: { state: Exclude<CameraState, 'live'>; retry: () => void }) {
  const { camera: words, retry: retryWord } = useInspectorWords()
  if (state === 'starting')
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
    </div>
  )
}

function PhotoButton({ found }: { found: (text: string) => void }) {
  const words = useInspectorWords()
  const say = useToast()
  const input = useRef<HTMLInputElement>(null)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const photo = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    if (photo === undefined) return
    const text = await readPhoto(sharedReader(), photo).catch(() => null)
    if (text === null) say(words.photoNothing)
    else found(text)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        className="only-read"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => void read(event)}
      />
      <Button onClick={() => input.current?.click()}>{words.photo}</Button>
    </>
  )
}
