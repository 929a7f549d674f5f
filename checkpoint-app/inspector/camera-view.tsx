import { useRef, type ChangeEvent, type ReactNode } from 'react'
import { readPhoto } from '../device/qr-reader.ts'
import { Tool } from '../ui/button.tsx'
import { photoIcon } from '../ui/icons.ts'
import { useToast } from '../ui/toast.tsx'
import { CameraNote } from './camera-note.tsx'
import { CameraTools, ZoomButton } from './camera-tools.tsx'
import { useScanWords } from './scan-words.ts'
import { TapFocus } from './tap-focus.tsx'
import { useCamera } from './use-camera.ts'
import { sharedReader, useCodes } from './use-codes.ts'
import { useInspectorWords } from './use-words.ts'

/** `seen`: a code was read and waits for the app that is still coming. */
type Given = { found: (text: string) => void; seen?: boolean; children?: ReactNode; small?: boolean }

/** The live picture with one guide; below it the tools that fit this phone. `children` stand beside them. */
export function CameraView({ found, seen, children, small }: Given) {
  const words = useInspectorWords()
  const scanWords = useScanWords()
  const { video, state, camera, all, retry } = useCamera(useCodes(found))
  return (
    <section className={small ? 'camera camera-small' : 'camera'} aria-label={words.scan}>
      <div className="camera-frame">
        <video ref={video} className="camera-video" muted playsInline aria-label={words.scanGuide} />
        {state === 'live' && camera !== undefined ? (
          <>
            <TapFocus camera={camera} video={video} />
            <p className="camera-guide" role={seen ? 'status' : undefined}>
              {seen ? scanWords.seen : words.scanGuide}
            </p>
            <ZoomButton camera={camera} />
          </>
        ) : (
          <CameraNote state={state} retry={retry} />
        )}
      </div>
      <div className="camera-tools">
        <CameraTools camera={camera} all={all} onChange={retry} />
        <PhotoButton found={found} />
        {children}
      </div>
    </section>
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
      <Tool of={photoIcon} word={words.photo} onClick={() => input.current?.click()} />
    </>
  )
}
