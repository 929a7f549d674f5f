import type { ReactNode } from 'react'

type Chip<Value extends string> = { value: Value; label: string; count?: number }
type Given<Value extends string> = {
  label: string
  chips: readonly Chip<Value>[]
  value: Value
  onChange: (value: Value) => void
}

/** One of a few: pressed chips, with how many lines each would show. */
export function Chips<Value extends string>({ label, chips, value, onChange }: Given<Value>) {
  return (
    <div role="group" aria-label={label} className="chips">
      {chips.map((chip) => (
        <ToggleChip key={chip.value} pressed={chip.value === value} onPress={() => onChange(chip.value)}>
          {chip.label}
          {chip.count !== undefined && <span className="chip-count">{chip.count}</span>}
        </ToggleChip>
      ))}
    </div>
  )
}

type Toggle = { pressed: boolean; onPress: () => void; children: ReactNode }

export function ToggleChip({ pressed, onPress, children }: Toggle) {
  return (
    <button type="button" className={pressed ? 'chip is-pressed' : 'chip'} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  )
}

type Set<Name extends string> = {
  names: readonly { name: Name; text: string }[]
  words: { remove: (text: string) => string; clear: string }
  onRemove: (name: Name) => void
  onClear: () => void
}

/** What is filtered by now: each can be taken away, or all at once. */
export function SetChips<Name extends string>({ names, words, onRemove, onClear }: Set<Name>) {
  if (names.length === 0) return null
  return (
    <div className="chips">
      {names.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className="chip is-set"
          aria-label={words.remove(text)}
          onClick={() => onRemove(name)}
        >
          {text} <span aria-hidden="true">×</span>
        </button>
      ))}
      <button type="button" className="chip chip-clear" onClick={onClear}>
        {words.clear}
      </button>
    </div>
  )
}
