import { useRef, type ChangeEvent, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Shape } from '../ui/state-mark.tsx'
import { CameraNote } from './camera-note.tsx'
import { CameraTools, ZoomButton } from './camera-tools.tsx'
import { PlateGuide } from './plate-guide.tsx'
import { PlatePhoto } from './plate-photo.tsx'
import { usePlateScanWords } from './plate-scan-words.ts'
import { TapFocus } from './tap-focus.tsx'
import type { PlateEye } from './use-plate-eye.ts'
import './plate-scan.css'

/** What the plate reader sees: the live picture, or a photo, with the box to fill; below it the tools of this phone. */
export function PlateEyeView({ eye, children }: { eye: PlateEye; children?: ReactNode }) {
  const plateWords = usePlateScanWords()
  const { photo } = eye
  const { video, state, camera, all, retry } = eye.camera
  const seesPicture = photo !== undefined || state === 'live'
  return (
    <section className="camera plate-eye" aria-label={plateWords.title}>
      <div className="camera-frame">
        <video
          ref={video}
          className={photo ? 'camera-video is-covered' : 'camera-video'}
          muted
          playsInline
          aria-label={plateWords.guide}
        />
        {photo === undefined ? (
          state !== 'live' && <CameraNote state={state} retry={retry} />
        ) : (
          <PlatePhoto photo={photo} eye={eye} />
        )}
        {photo === undefined && state === 'live' && camera !== undefined && (
          <>
            <TapFocus camera={camera} video={video} />
            <ZoomButton camera={camera} />
          </>
        )}
        {seesPicture && <PlateGuide />}
        {seesPicture && <p className="plate-guide-words">{photo ? plateWords.photoMove : plateWords.guide}</p>}
      </div>
      <div className="camera-tools">
        {photo === undefined && <CameraTools camera={camera} all={all} onChange={retry} />}
        {photo === undefined ? (
          <PhotoInput onPhoto={eye.showPhoto} />
        ) : (
          <Button onClick={() => eye.showPhoto(undefined)}>{plateWords.live}</Button>
        )}
        {children}
      </div>
      <ReaderNote eye={eye} />
    </section>
  )
}

/** A photo of the system's camera or from the gallery; it is read here and nowhere else. */
function PhotoInput({ onPhoto }: { onPhoto: (photo: ImageBitmap) => void }) {
  const words = usePlateScanWords()
  const input = useRef<HTMLInputElement>(null)
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    const photo = file && (await createImageBitmap(file).catch(() => undefined))
    if (photo !== undefined) onPhoto(photo)
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
        onChange={(event) => void take(event)}
      />
      <Button onClick={() => input.current?.click()}>{words.photo}</Button>
    </>
  )
}

/** Loading, starting, and what went wrong, with the way on. Reading itself is told by what is read. */
function ReaderNote({ eye }: { eye: PlateEye }) {
  const words = usePlateScanWords()
  const { state, broken } = eye
  if (state.is === 'ready' && !broken) return state.kept ? null : <p className="plate-note quiet">{words.notKept}</p>
  if (state.is === 'problem' || broken) {
    const why = state.is === 'problem' ? state.why : 'broken'
    return (
      <div className="plate-note plate-problem" role="alert">
        <p>
          <Shape tone="void" size={22} /> <strong>{words.problem[why]}</strong>{' '}
          <span className="quiet">{words.code[why]}</span>
        </p>
        <p>{words.problem[`${why}Do`]}</p>
        {why !== 'no-engine' && <Button onClick={eye.retry}>{words.retry}</Button>}
      </div>
    )
  }
  const share = state.is === 'loading' ? state.share : 1
  return (
    <div className="plate-note" role="status">
      <p>
        <strong>{state.is === 'loading' ? words.loading : words.starting}</strong>
        {state.is === 'loading' && <span className="plate-percent"> {words.percent(share)}</span>}
      </p>
      <progress className="plate-progress" max={1} value={share} aria-label={words.loading} />
      <p className="quiet">{words.loadingWhat}</p>
    </div>
  )
}
