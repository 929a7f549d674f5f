import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import type { PhotoKept } from '../device/photos.ts'
import { shrinkPhoto } from '../device/shrink-photo.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { useBooth } from './desk-context.tsx'
import type { Shown } from './desk-state.ts'
import { usePhotoWords } from './photo-words.ts'
import './photo.css'

type Trouble = 'unreadable' | Exclude<PhotoKept, 'kept'>
type Taken = { readonly jpeg: Uint8Array<ArrayBuffer>; readonly address: string }

/** What the phone's own camera gave, made small; its address is given back when it is no longer shown. */
function useTaken() {
  const [taken, setTaken] = useState<Taken>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  useEffect(
    () => () => {
      if (taken !== undefined) URL.revokeObjectURL(taken.address)
    },
    [taken],
  )
  const take = async (file: Blob) => {
    setBusy(true)
    const jpeg = await shrinkPhoto(file)
    setBusy(false)
    setTrouble(jpeg === undefined ? 'unreadable' : undefined)
    const address = jpeg && URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }))
    setTaken(jpeg && address !== undefined ? { jpeg, address } : undefined)
  }
  return { taken, busy, trouble, take, setTrouble }
}

/** 拍照留存: a photograph of the credential that M7 is about. The truck goes on meanwhile, and nothing waits for it. */
export function PhotoButton({ shown, plate }: { shown: Shown; plate: string }) {
  const words = usePhotoWords()
  const [open, setOpen] = useState(false)
  const [kept, setKept] = useState(0)
  const close = () => setOpen(false)
  const done = () => {
    setKept((before) => before + 1)
    close()
  }
  return (
    <>
      <Button wide onClick={() => setOpen(true)}>
        {kept === 0 ? words.button : words.count(kept)}
      </Button>
      <Sheet open={open} title={words.title} onClose={close}>
        <TakePhoto inspection={shown.id} plate={plate} onKept={done} />
      </Sheet>
    </>
  )
}

type Given = { inspection: string; plate: string; onKept: () => void }

function TakePhoto({ inspection, plate, onKept }: Given) {
  const words = usePhotoWords()
  const say = useToast()
  const { phone } = useBooth()
  const { taken, busy, trouble, take, setTrouble } = useTaken()
  const keep = async () => {
    if (taken === undefined) return
    const result = await phone.photograph(inspection, plate, taken.jpeg)
    if (result !== 'kept') return setTrouble(result)
    say(words.kept)
    onKept()
  }
  return (
    <>
      <p className="photo-only">
        <strong>{words.only}</strong>
      </p>
      {taken && <img className="photo-preview" src={taken.address} alt={words.preview} />}
      {trouble && <p role="alert">▲ {words[trouble]}</p>}
      {taken && (
        <Button kind="primary" wide onClick={() => void keep()}>
          {words.keep}
        </Button>
      )}
      <TakeButton label={taken ? words.again : words.take} first={!taken} busy={busy} onTaken={take} />
      <p className="quiet small">{words.forWhom}</p>
    </>
  )
}

type Take = { label: string; first: boolean; busy: boolean; onTaken: (file: Blob) => Promise<void> }

/** The phone's own camera app, its rear lens. */
function TakeButton({ label, first, busy, onTaken }: Take) {
  const words = usePhotoWords()
  const input = useRef<HTMLInputElement>(null)
  const read = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    if (file !== undefined) void onTaken(file)
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        className="only-read"
        tabIndex={-1}
        aria-hidden="true"
        aria-label={words.take}
        onChange={read}
      />
      <Button kind={first ? 'primary' : 'secondary'} wide busy={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
