import { useId, useState } from 'react'
import { FieldNotes, noteIds, type Notes } from './field.tsx'
import { RegionList } from './region-list.tsx'
import { Sheet } from './sheet.tsx'
import { useUiWords } from './use-ui-words.ts'
import { shortRegion, useRegions } from './use-regions.ts'
import './region-picker.css'

type Given = Notes & {
  label: string
  optional?: boolean
  value: string
  onChange: (code: string) => void
  /** Codes offered at the top; the counties of Jiaozuo by default. */
  near?: readonly string[]
}

/** A county, chosen in a sheet: search by name, or province → city → county. The value is a GB/T 2260 code, '' for none. */
export function RegionPicker({ label, optional, value, onChange, near, ...notes }: Given) {
  const id = useId()
  const words = useUiWords()
  const regions = useRegions()
  const [open, setOpen] = useState(false)
  return (
    <div className="field">
      <span id={`${id}-label`} className="field-label">
        {label}
        {optional && <span className="field-optional"> {words.optional}</span>}
      </span>
      <button
        type="button"
        id={id}
        className="field-input region-button"
        aria-labelledby={`${id}-label ${id}`}
        aria-haspopup="dialog"
        data-invalid={notes.error ? true : undefined}
        aria-describedby={noteIds(id, notes)}
        onClick={() => setOpen(true)}
      >
        {value ? shortRegion(regions, value) : <span className="quiet">{words.regionPick}</span>}
      </button>
      <FieldNotes id={id} {...notes} />
      <Sheet tall open={open} title={label} onClose={() => setOpen(false)}>
        <RegionList
          {...(near ? { near } : {})}
          onChoose={(code) => {
            onChange(code)
            setOpen(false)
          }}
        />
      </Sheet>
    </div>
  )
}
