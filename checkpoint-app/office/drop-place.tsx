import { useState, type DragEvent } from 'react'

type Given = {
  id: string
  /** What the button says, and the line beside it. */
  words: { choose: string; drop: string }
  /** Endings of names, as an input takes them. */
  accept: string
  invalid: boolean
  onFile: (file: File | null | undefined) => void
}

/** A file by button or by dropping it. The formats are told in `<id>-formats`. */
export function DropPlace({ id, words, accept, invalid, onFile }: Given) {
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    <div
      className={over ? 'drop is-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="only-read"
        accept={accept}
        aria-invalid={invalid}
        aria-describedby={`${id}-formats`}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <label htmlFor={id} className="button button-primary">
        {words.choose}
      </label>
      <p className="quiet">{words.drop}</p>
    </div>
  )
}
