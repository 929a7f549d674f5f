import { addCheckpoint, changeCheckpoint } from '../../../schema/api/office.ts'
import { Check } from '../../ui/check.tsx'
import { Field } from '../../ui/field.tsx'
import { RegionPicker } from '../../ui/region-picker.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useForm, type Errors } from '../use-form.ts'
import { useOfficeWords, type OfficeWords } from '../words.ts'
import { placeText, readPlace } from './place.ts'

type Values = {
  id: string
  name: string
  road: string
  county: string
  lanes: string
  place: string
  active: boolean
}
const blank: Values = { id: '', name: '', road: '', county: '', lanes: '1', place: '', active: true }

function check({ id, name, road, county, lanes, place }: Values, words: OfficeWords): Errors {
  const { needed } = words.password
  const count = /^\d{1,2}$/.test(lanes) ? Number(lanes) : 0
  return {
    ...(/^[A-Z0-9][A-Z0-9-]{1,15}$/.test(id) ? {} : { id: id ? words.checkpoints.idForm : needed }),
    ...(name.trim() ? {} : { name: needed }),
    ...(road.trim() ? {} : { road: needed }),
    ...(county ? {} : { county: needed }),
    ...(count >= 1 && count <= 30 ? {} : { lanes: words.checkpoints.lanesForm }),
    ...(readPlace(place) === undefined ? { place: words.checkpoints.placeForm } : {}),
  }
}

function useCheckpointForm(checkpoint: Checkpoint | undefined, onSaved: () => void) {
  const words = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  return useForm({
    start: checkpoint ? { ...checkpoint, lanes: String(checkpoint.lanes), place: placeText(checkpoint.place) } : blank,
    check: (form) => check(form, words),
    send: ({ id, name, road, county, lanes, active, place }) => {
      const body = {
        name: name.trim(),
        road: road.trim(),
        county,
        lanes: Number(lanes),
        active,
        place: readPlace(place) ?? null,
      }
      return checkpoint
        ? ask(changeCheckpoint, { params: { id: checkpoint.id }, body })
        : ask(addCheckpoint, { body: { id, ...body } })
    },
    done: () => {
      say(words.saved)
      onSaved()
    },
  })
}

function Fields({ checkpoint, onSaved }: { checkpoint: Checkpoint | undefined; onSaved: () => void }) {
  const { checkpoints: words, save } = useOfficeWords()
  const { form, set, errors, ...rest } = useCheckpointForm(checkpoint, onSaved)
  return (
    <Form submitLabel={save} errors={errors} {...rest} onSubmit={rest.submit}>
      <Field
        label={words.id}
        hint={words.idHint}
        error={errors.id}
        value={form.id}
        readOnly={checkpoint !== undefined}
        maxLength={16}
        onChange={(event) => set({ id: event.currentTarget.value.normalize('NFKC').toUpperCase().trim() })}
      />
      <Field
        label={words.name}
        error={errors.name}
        value={form.name}
        maxLength={30}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Field
        label={words.road}
        hint={words.roadHint}
        error={errors.road}
        value={form.road}
        maxLength={40}
        onChange={(event) => set({ road: event.currentTarget.value })}
      />
      <RegionPicker
        label={words.county}
        error={errors.county}
        value={form.county}
        onChange={(county) => set({ county })}
      />
      <Field
        label={words.lanes}
        error={errors.lanes}
        value={form.lanes}
        inputMode="numeric"
        maxLength={2}
        onChange={(event) => set({ lanes: event.currentTarget.value.replace(/\D/g, '') })}
      />
      <Field
        label={words.place}
        hint={words.placeHint}
        error={errors.place}
        value={form.place}
        maxLength={40}
        onChange={(event) => set({ place: event.currentTarget.value })}
      />
      <Check
        label={words.active}
        hint={words.activeHint}
        checked={form.active}
        onChange={(active) => set({ active })}
      />
    </Form>
  )
}

type Given = { open: Checkpoint | 'new' | undefined; onClose: () => void; onSaved: () => void }

export function CheckpointForm({ open, onClose, onSaved }: Given) {
  const { checkpoints: words } = useOfficeWords()
  const checkpoint = open === 'new' ? undefined : open
  return (
    <Sheet open={open !== undefined} title={checkpoint ? words.edit : words.add} onClose={onClose} side>
      <Fields checkpoint={checkpoint} onSaved={onSaved} />
    </Sheet>
  )
}
