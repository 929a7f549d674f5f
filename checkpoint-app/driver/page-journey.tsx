import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { RegionPicker } from '../ui/region-picker.tsx'
import { Select } from '../ui/select.tsx'
import { cargoCode } from '../../schema/api/common.ts'
import type { Draft } from './draft.ts'
import { EtaFields } from './eta-fields.tsx'
import type { Edit, PageProps } from './form-screen.tsx'
import { More } from './more.tsx'
import { useCheckpoints } from './use-checkpoints.ts'
import { useDriverWords } from './use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { plusIcon } from '../ui/icons.ts'

export function PageJourney({ draft, edit, note, left }: PageProps) {
  const { form, cargos } = useDriverWords()
  const cargoOptions = [...cargoCode.options].sort().map((value) => ({ value, label: cargos[value] }))
  return (
    <>
      <div className="side-by-side">
        <RegionPicker label={form.from} value={draft.from} onChange={(from) => edit({ from })} {...note('from')} />
        <RegionPicker label={form.to} value={draft.to} onChange={(to) => edit({ to })} {...note('to')} />
      </div>
      <EtaFields draft={draft} edit={edit} note={note} />
      <Choice
        legend={form.cargo}
        options={cargoOptions}
        value={draft.cargo === '' ? undefined : draft.cargo}
        onChange={(cargo) => edit({ cargo })}
        columns={2}
        {...note('cargo')}
      />
      <CheckpointField draft={draft} edit={edit} note={note} left={left} />
      <More open={[draft.cargoName, draft.consignee, draft.lodging].some(Boolean) || draft.via.length > 0}>
        <ViaFields draft={draft} edit={edit} />
        <Field
          label={form.cargoName}
          optional
          maxLength={40}
          value={draft.cargoName}
          onChange={(event) => edit({ cargoName: event.currentTarget.value })}
          {...note('cargoName')}
        />
        <Field
          label={form.consignee}
          optional
          maxLength={60}
          value={draft.consignee}
          onChange={(event) => edit({ consignee: event.currentTarget.value })}
          {...note('consignee')}
        />
        <PlanFields draft={draft} edit={edit} />
      </More>
    </>
  )
}

/** Shown when the driver came by a checkpoint's code; otherwise the driver may choose, or leave it open. */
function CheckpointField({ draft, edit, note }: PageProps) {
  const { form } = useDriverWords()
  const checkpoints = useCheckpoints()
  const known = checkpoints.map(({ id, name, road }) => ({ value: id, label: `${name}（${road}）` }))
  const chosen = draft.checkpoint !== '' && !checkpoints.some(({ id }) => id === draft.checkpoint)
  const options = [
    { value: '', label: form.checkpointAny },
    ...(chosen ? [{ value: draft.checkpoint, label: draft.checkpoint }] : []),
    ...known,
  ]
  return (
    <Select
      label={form.checkpoint}
      optional
      options={options}
      value={draft.checkpoint}
      onChange={(checkpoint) => edit({ checkpoint })}
      {...note('checkpoint')}
    />
  )
}

const mostStops = 10

function ViaFields({ draft, edit }: { draft: Draft; edit: Edit }) {
  const { form } = useDriverWords()
  const put = (at: number, code: string) => edit({ via: draft.via.map((old, index) => (index === at ? code : old)) })
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{form.via}</legend>
      {draft.via.map((code, index) => (
        <RegionPicker
          // Stops have no identity but their place in the list.
          key={`stop ${index + 1}`}
          label={form.viaNth(index + 1)}
          value={code}
          onChange={(code) => put(index, code)}
        />
      ))}
      {draft.via.length < mostStops && (
        <button type="button" className="text-link" onClick={() => edit({ via: [...draft.via, ''] })}>
          <Icon of={plusIcon} /> {form.viaAdd}
        </button>
      )}
    </fieldset>
  )
}

function PlanFields({ draft, edit }: { draft: Draft; edit: Edit }) {
  const { form } = useDriverWords()
  const plans = (['leave-at-once', 'short-stay'] as const).map((value) => ({ value, label: form.plans[value] }))
  const lodgings = (['fixed', 'none'] as const).map((value) => ({ value, label: form.lodgings[value] }))
  return (
    <>
      <Choice legend={form.plan} options={plans} value={draft.plan} onChange={(plan) => edit({ plan })} columns={2} />
      {draft.plan === 'short-stay' && (
        <Choice
          legend={form.lodging}
          options={lodgings}
          value={draft.lodging === '' ? undefined : draft.lodging}
          onChange={(lodging) => edit({ lodging })}
          columns={2}
        />
      )}
    </>
  )
}
