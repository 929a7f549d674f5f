import { useState } from 'react'
import type { BodyOf } from '../../schema/api/endpoint.ts'
import { putBlock, resolveBlock } from '../../schema/api/situation.ts'
import { blockKinds, blockSources } from '../../shared/network/block.ts'
import { blockKindWords, blockSourceWords } from '../../shared/wording/network.ts'
import { Form } from '../office/form.tsx'
import { useSession, useStaff } from '../office/session.tsx'
import { useForm } from '../office/use-form.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.tsx'
import { RegionPicker } from '../ui/region-picker.tsx'
import { Select } from '../ui/select.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { clock } from './board-row.tsx'
import { useLasts } from './region-band.tsx'
import { useSituationWords } from './situation-words.ts'
import type { RoadBlock, Situation } from './use-situation.ts'

type Changed = () => Promise<void>

function ClearForm({ block, changed }: { block: RoadBlock; changed: Changed }) {
  const words = useSituationWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { resolution: '' },
    check: ({ resolution }) => (resolution.trim().length < 2 ? { resolution: words.needed } : {}),
    send: ({ resolution }) => ask(resolveBlock, { params: { id: block.id }, body: { resolution: resolution.trim() } }),
    done: () => {
      say(words.cleared)
      void changed()
    },
  })
  return (
    <Form submitLabel={words.resolve} errors={errors} {...rest} onSubmit={rest.submit}>
      <Field
        label={words.resolution}
        hint={words.resolutionHint}
        error={errors.resolution}
        value={form.resolution}
        maxLength={200}
        onChange={(event) => set({ resolution: event.currentTarget.value })}
      />
    </Form>
  )
}

/** Beijing's wall clock as a field of time has it. */
const local = (iso: string): string => iso.slice(0, 16)
const beijingNow = (): string => new Date(serverNow() + 8 * 3_600_000).toISOString().slice(0, 16)

type Values = Omit<BodyOf<typeof putBlock>, 'contactName' | 'contactPhone' | 'detour'> & {
  contactName: string
  contactPhone: string
  detour: string
}

const startOf = (block: RoadBlock | undefined, county: string): Values => ({
  kind: block?.kind ?? 'blocked',
  road: block?.road ?? '',
  place: block?.place ?? '',
  county: block?.county ?? county,
  source: block?.source ?? 'patrol',
  startedAt: block === undefined ? beijingNow() : local(block.startedAt),
  owner: block?.owner ?? '',
  contactName: block?.contact?.name ?? '',
  contactPhone: block?.contact?.phone ?? '',
  detour: block?.detour ?? '',
})

function bodyOf({ contactName, contactPhone, detour, startedAt, ...form }: Values): BodyOf<typeof putBlock> {
  return {
    ...form,
    startedAt: `${startedAt}:00+08:00`,
    ...(contactName.trim() !== '' && { contactName: contactName.trim() }),
    ...(contactPhone.trim() !== '' && { contactPhone: contactPhone.trim() }),
    ...(detour.trim() !== '' && { detour: detour.trim() }),
  }
}

function BlockForm({ block, changed }: { block: RoadBlock | undefined; changed: Changed }) {
  const words = useSituationWords()
  const { language } = useLanguage()
  const { area } = useStaff()
  const say = useToast()
  const { ask } = useSession()
  const [id] = useState(() => block?.id ?? crypto.randomUUID())
  const { form, set, errors, ...rest } = useForm({
    start: startOf(block, area !== undefined && !area.endsWith('00') ? area : ''),
    check: ({ road, place, owner, county }) => ({
      ...(road.trim() === '' && { road: words.needed }),
      ...(place.trim() === '' && { place: words.needed }),
      ...(owner.trim().length < 2 && { owner: words.needed }),
      ...(county === '' && { county: words.needed }),
    }),
    send: (values) => ask(putBlock, { params: { id }, body: bodyOf(values) }),
    done: () => {
      say(words.done)
      void changed()
    },
  })
  const field = (name: 'road' | 'place' | 'owner' | 'contactName' | 'contactPhone' | 'detour', hint?: string) => (
    <Field
      label={words[name]}
      {...(hint === undefined ? {} : { hint })}
      error={errors[name]}
      optional={name === 'contactName' || name === 'contactPhone' || name === 'detour'}
      value={form[name]}
      maxLength={
        name === 'detour' ? 200 : name === 'contactPhone' ? 20 : name === 'road' || name === 'contactName' ? 40 : 60
      }
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Form submitLabel={words.send} errors={errors} {...rest} onSubmit={rest.submit}>
      <Choice
        legend={words.kind}
        options={blockKinds.map((value) => ({ value, label: blockKindWords[value][language] }))}
        value={form.kind}
        columns={3}
        onChange={(kind) => set({ kind })}
      />
      {field('road', words.roadHint)}
      {field('place', words.placeHint)}
      <RegionPicker
        label={words.county}
        value={form.county}
        error={errors.county}
        onChange={(county) => set({ county })}
      />
      <Select
        label={words.source}
        options={blockSources.map((value) => ({ value, label: blockSourceWords[value][language] }))}
        value={form.source}
        onChange={(source) => set({ source })}
      />
      <Field
        label={words.startedAt}
        type="datetime-local"
        error={errors.startedAt}
        value={form.startedAt}
        onChange={(event) => set({ startedAt: event.currentTarget.value })}
      />
      {field('owner')}
      {field('contactName')}
      {field('contactPhone')}
      {field('detour', words.detourHint)}
    </Form>
  )
}

type Chosen = { what: 'clear' | 'change'; id: string } | { what: 'add' } | undefined

function BlockLine({ block, may, choose }: { block: RoadBlock; may: boolean; choose: (next: Chosen) => void }) {
  const words = useSituationWords()
  const { language } = useLanguage()
  const lasts = useLasts()
  const { resolvedAt, contact, detour, level } = block
  const facts = [
    `${words.started} ${clock(block.startedAt)}（${lasts(block.startedAt)}）`,
    `${words.source} ${blockSourceWords[block.source][language]}`,
    `${words.owner} ${block.owner}`,
  ]
  return (
    <li className={resolvedAt === null ? '' : 'is-clear'}>
      <p>
        <strong>
          {block.road} {blockKindWords[block.kind][language]}
        </strong>{' '}
        {block.place} · {block.countyName}
        {level !== 'county' && <span className="road-level">{words.level[level]}</span>}
      </p>
      <p className="quiet">{facts.join(' · ')}</p>
      {detour !== null && (
        <p>
          {words.detour}: {detour}
        </p>
      )}
      {contact !== null && resolvedAt === null && (
        <a className="text-link" href={`tel:${contact.phone}`}>
          {words.contact} {contact.name} {contact.phone}
        </a>
      )}
      {resolvedAt !== null && (
        <p>
          {words.resolvedAt(clock(resolvedAt))} · {block.resolution}
        </p>
      )}
      {resolvedAt === null && block.risesAt !== null && <p className="small">{words.rises(clock(block.risesAt))}</p>}
      {may && resolvedAt === null && (
        <div className="person-deeds">
          <Button compact kind="primary" onClick={() => choose({ what: 'clear', id: block.id })}>
            {words.resolve}
          </Button>
          <Button compact onClick={() => choose({ what: 'change', id: block.id })}>
            {words.change}
          </Button>
        </div>
      )}
    </li>
  )
}

type Given = { open: boolean; situation: Situation | undefined; onClose: () => void; reload: Changed }

/** Every road that is blocked or slow, with source, start, who is in charge and whom to call; entered and cleared here. */
export function RoadsSheet({ open, situation, onClose, reload }: Given) {
  const words = useSituationWords()
  const [chosen, choose] = useState<Chosen>()
  const roads = situation?.roads ?? []
  const may = situation?.may.roads === true
  const block = chosen !== undefined && chosen.what !== 'add' ? roads.find(({ id }) => id === chosen.id) : undefined
  const changed = async () => {
    choose(undefined)
    await reload()
  }
  const close = () => {
    choose(undefined)
    onClose()
  }
  return (
    <Sheet open={open} title={words.roadsTitle} onClose={close} side>
      {chosen === undefined && (
        <>
          {roads.length === 0 && <p className="quiet">{words.roadsNone}</p>}
          <ul className="road-list">
            {roads.map((one) => (
              <BlockLine key={one.id} block={one} may={may} choose={choose} />
            ))}
          </ul>
          {may && (
            <Button kind={roads.length === 0 ? 'primary' : 'secondary'} onClick={() => choose({ what: 'add' })}>
              {words.add}
            </Button>
          )}
        </>
      )}
      {chosen?.what === 'clear' && block !== undefined && <ClearForm block={block} changed={changed} />}
      {(chosen?.what === 'add' || (chosen?.what === 'change' && block !== undefined)) && (
        <BlockForm block={block} changed={changed} />
      )}
    </Sheet>
  )
}
