import { useCallback } from 'react'
import { changeSite, getSite } from '../../../schema/api/sites.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { addressOf } from '../address.ts'
import { Form } from '../form.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useForm } from '../use-form.ts'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { RoadFacts } from './road-facts.tsx'
import { bodyOf, checkRoad, exampleOf, formOf, stakeTyped, type Road } from './road.ts'
import { useRoadWords } from './road-words.ts'
import { SignRows } from './sign-rows.tsx'
import './road.css'

type Given = { checkpoint: Checkpoint; road: Road; put: (road: Road) => void; onSaved: () => void }

function useRoadForm({ checkpoint, road, put, onSaved }: Given) {
  const words = useRoadWords()
  const { password, saved } = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  return useForm({
    start: formOf(road),
    check: (form) => checkRoad(form, checkpoint.lanes, words, password.needed),
    send: (form) => ask(changeSite, { params: { id: checkpoint.id }, body: bodyOf(form, road.version) }),
    done: (after) => {
      say(saved)
      put(after)
      onSaved()
    },
  })
}

function RoadFields(given: Given) {
  const words = useRoadWords()
  const { save } = useOfficeWords()
  const { form, set, errors, ...rest } = useRoadForm(given)
  const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '')
  const number = (
    name: 'approachLanes' | 'approachMetres' | 'greenLane' | 'fenceMetres',
    label: string,
    hint?: string,
  ) => (
    <Field
      label={label}
      hint={hint}
      error={errors[name]}
      value={form[name]}
      inputMode="numeric"
      maxLength={5}
      onChange={(event) => set({ [name]: digits(event.currentTarget.value) })}
    />
  )
  const example = exampleOf(form)
  return (
    <Form submitLabel={save} errors={errors} {...rest} onSubmit={rest.submit}>
      {number('approachLanes', words.approachLanes)}
      {number('approachMetres', words.approachMetres)}
      {number('greenLane', words.greenLane, words.greenLaneHint)}
      <Field
        label={words.stake}
        hint={words.stakeHint}
        error={errors.stake}
        value={form.stake}
        maxLength={10}
        onChange={(event) => set({ stake: stakeTyped(event.currentTarget.value) })}
      />
      {form.stake !== '' && (
        <Choice
          legend={words.upstream}
          columns={2}
          options={(['increasing', 'decreasing'] as const).map((value) => ({ value, label: words[value] }))}
          value={form.upstream}
          hint={example && words.example(example.stake, example.metres)}
          onChange={(upstream) => set({ upstream })}
        />
      )}
      {number('fenceMetres', words.fence, words.fenceHint)}
      <SignRows signs={form.signs} error={errors.signs} onChange={(signs) => set({ signs })} />
      <Field
        label={words.reason}
        hint={words.reasonHint}
        error={errors.reason}
        value={form.reason}
        maxLength={200}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </Form>
  )
}

function Loaded({ checkpoint, onSaved }: { checkpoint: Checkpoint; onSaved: () => void }) {
  const words = useRoadWords()
  const { ask } = useSession()
  const { id } = checkpoint
  const loaded = useLoad(useCallback(() => ask(getSite, { params: { id } }), [ask, id]))
  return (
    <WhenLoaded loaded={loaded}>
      {(road) => (
        <div className="stack">
          <p className="quiet">{road.version === 0 ? words.unknown : words.lead}</p>
          {road.changed && (
            <p className="quiet small">
              {words.changed(road.changed.by, road.changed.at.slice(0, 16).replace('T', ' '), road.changed.reason)}
            </p>
          )}
          {road.signs.length > 0 && (
            <p>
              <a className="button button-secondary button-compact" href={addressOf('checkpoints', id, { signs: '1' })}>
                {words.printSigns}
              </a>
            </p>
          )}
          {road.may.change ? (
            <RoadFields key={road.version} checkpoint={checkpoint} road={road} put={loaded.put} onSaved={onSaved} />
          ) : (
            <RoadFacts road={road} />
          )}
        </div>
      )}
    </WhenLoaded>
  )
}

/** How one checkpoint lies on its road: to be changed by whoever may, to be read by the others. */
export function RoadSheet({ checkpoint, onClose }: { checkpoint: Checkpoint | undefined; onClose: () => void }) {
  const words = useRoadWords()
  return (
    <Sheet
      open={checkpoint !== undefined}
      title={checkpoint ? words.roadOf(checkpoint.name) : words.road}
      onClose={onClose}
      side
    >
      {checkpoint && <Loaded checkpoint={checkpoint} onSaved={onClose} />}
    </Sheet>
  )
}
