import { Select } from '../../ui/select.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'

type Given = {
  label: string
  none: string
  checkpoints: readonly Checkpoint[]
  value: string
  onChange: (id: string) => void
  error?: string | undefined
}

/** Checkpoints in use, and the one chosen before even if it is not. '' = none. */
export function CheckpointSelect({ label, none, checkpoints, value, onChange, error }: Given) {
  const offered = checkpoints.filter(({ id, active }) => active || id === value)
  const options = [
    { value: '', label: none },
    ...offered.map(({ id, name }) => ({ value: id, label: `${name}　${id}` })),
  ]
  return <Select label={label} options={options} value={value} onChange={onChange} error={error} />
}
