import { useState } from 'react'
import type { Handover } from '../../shared/shifts/event.ts'
import { noteKinds, type NoteKind } from '../../shared/shifts/kinds.ts'
import { looksPersonal } from '../../shared/shifts/personal.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { Icon } from '../ui/icon.tsx'
import { closeIcon } from '../ui/icons.ts'
import { useShiftWords } from './shift-words.ts'

type Notes = Handover['notes']
const mostNotes = 8

/** Short notes of a kind; about the road, not about people. */
export function HandOverNotes({ notes, onChange }: { notes: Notes; onChange: (notes: Notes) => void }) {
  const words = useShiftWords()
  const [kind, setKind] = useState<NoteKind>('incident')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const add = () => {
    const note = text.trim()
    const problem = note === '' ? words.noteEmpty : looksPersonal(note) ? words.notePersonal : undefined
    setWrong(problem)
    if (problem !== undefined) return
    onChange([...notes, { kind, text: note }])
    setText('')
  }
  return (
    <div role="group" aria-label={words.notes} className="stack-tight">
      <h3>{words.notes}</h3>
      {notes.map((note, place) => (
        <p key={`${place}-${note.text}`} className="shift-note">
          <span>
            {words.noteKinds[note.kind]}：{note.text}
          </span>
          <button
            type="button"
            className="sheet-close"
            aria-label={words.noteRemove(note.text)}
            onClick={() => onChange(notes.filter((_, at) => at !== place))}
          >
            <Icon of={closeIcon} />
          </button>
        </p>
      ))}
      {notes.length < mostNotes && (
        <>
          <Select
            label={words.noteKind}
            options={noteKinds.map((value) => ({ value, label: words.noteKinds[value] }))}
            value={kind}
            onChange={setKind}
          />
          <Field
            label={words.noteText}
            hint={words.noteHint}
            error={wrong}
            value={text}
            maxLength={120}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button wide onClick={add}>
            {words.noteAdd}
          </Button>
        </>
      )}
    </div>
  )
}
