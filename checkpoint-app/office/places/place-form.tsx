import { useState } from 'react'
import type { BodyOf } from '../../../schema/api/endpoint.ts'
import { putPlace } from '../../../schema/api/places.ts'
import { placeKinds, services } from '../../../shared/places/place.ts'
import { placeKindWords, serviceWords } from '../../../shared/wording/network.ts'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { RegionPicker } from '../../ui/region-picker.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import type { Place } from './place-state.tsx'
import { usePlaceWords } from './words.ts'

type Body = BodyOf<typeof putPlace>
type Values = Omit<Body, 'direction' | 'phone' | 'owner'> & { direction: string; phone: string; owner: string }

const startOf = (place: Place | undefined): Values => ({
  kind: place?.kind ?? 'service-area',
  name: place?.name ?? '',
  road: place?.road ?? '',
  county: place?.county ?? '',
  hours: place?.hours ?? '24小时',
  free: place?.free ?? true,
  forTrucks: place?.forTrucks ?? false,
  services: place?.services ?? [...services],
  direction: place?.direction ?? '',
  phone: place?.phone ?? '',
  owner: place?.owner ?? '',
})

function bodyOf({ direction, phone, owner, ...form }: Values): Body {
  return {
    ...form,
    ...(direction.trim() !== '' && { direction: direction.trim() }),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
    ...(owner.trim() !== '' && { owner: owner.trim() }),
  }
}

/** What drivers read of a place; whether it is open is not changed here. */
export function PlaceForm({ place, done }: { place: Place | undefined; done: () => void }) {
  const words = usePlaceWords()
  const { language } = useLanguage()
  const say = useToast()
  const { ask } = useSession()
  const [id] = useState(() => place?.id ?? crypto.randomUUID())
  const { form, set, errors, ...rest } = useForm({
    start: startOf(place),
    check: ({ name, road, county, hours }) => ({
      ...(name.trim().length < 2 && { name: words.needed }),
      ...(road.trim() === '' && { road: words.needed }),
      ...(county === '' && { county: words.needed }),
      ...(hours.trim() === '' && { hours: words.needed }),
    }),
    send: (values) => ask(putPlace, { params: { id }, body: bodyOf(values) }),
    done: () => {
      say(words.saved)
      done()
    },
  })
  type Text = 'name' | 'road' | 'direction' | 'phone' | 'hours' | 'owner'
  const field = (name: Text, hint?: string) => (
    <Field
      label={words[name]}
      {...(hint === undefined ? {} : { hint })}
      optional={name === 'direction' || name === 'phone' || name === 'owner'}
      error={errors[name]}
      value={form[name]}
      maxLength={name === 'owner' ? 60 : name === 'phone' ? 20 : 40}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  const has = (one: (typeof services)[number], on: boolean) =>
    set({ services: services.filter((each) => (each === one ? on : form.services.includes(each))) })
  return (
    <Form submitLabel={words.save} errors={errors} {...rest} onSubmit={rest.submit}>
      <Choice
        legend={words.kind}
        options={placeKinds.map((value) => ({ value, label: placeKindWords[value][language] }))}
        value={form.kind}
        columns={3}
        onChange={(kind) => set({ kind, ...(kind === 'test-point' && { services: ['test'], forTrucks: false }) })}
      />
      {field('name')}
      {field('road', words.roadHint)}
      {field('direction', words.directionHint)}
      <RegionPicker
        label={words.county}
        value={form.county}
        error={errors.county}
        onChange={(county) => set({ county })}
      />
      {field('phone')}
      {field('hours', words.hoursHint)}
      <Check label={words.free} checked={form.free} onChange={(free) => set({ free })} />
      {form.kind !== 'test-point' && (
        <fieldset className="stack-tight">
          <legend className="choice-legend">{words.services}</legend>
          {services.map((one) => (
            <Check
              key={one}
              label={serviceWords[one][language]}
              checked={form.services.includes(one)}
              error={one === services[0] ? errors.services : undefined}
              onChange={(on) => has(one, on)}
            />
          ))}
          {form.kind === 'service-area' && (
            <Check label={words.forTrucks} checked={form.forTrucks} onChange={(forTrucks) => set({ forTrucks })} />
          )}
        </fieldset>
      )}
      {field('owner', words.ownerHint)}
    </Form>
  )
}
