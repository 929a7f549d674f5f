import { useState } from 'react'
import { endRiskArea } from '../../../schema/api/risk-areas.ts'
import { beijingIso } from '../../../shared/instant.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { shortRegion, useRegions } from '../../ui/use-regions.ts'
import { Form } from '../form.tsx'
import { Facts } from '../ledger/facts.tsx'
import { may } from '../pages.ts'
import { readTypedTime } from '../results/typed-time.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useForm } from '../use-form.ts'
import { LevelMark } from './level-mark.tsx'
import type { Area } from './use-areas.ts'
import { useRiskAreaPageWords } from './words.ts'

function EndForm({ area, onEnded }: { area: Area; onEnded: () => void }) {
  const words = useRiskAreaPageWords()
  const say = useToast()
  const { ask } = useSession()
  const { form, set, errors, ...rest } = useForm({
    start: { reason: '', to: '' },
    check: ({ reason, to }) => ({
      reason: reason.trim().length < 2 ? words.errors.reason : undefined,
      to: to.trim() === '' || typeof readTypedTime(to) === 'number' ? undefined : words.errors.from,
    }),
    send: ({ reason, to }) => {
      const at = readTypedTime(to)
      const body = { reason: reason.trim(), ...(typeof at === 'number' ? { to: beijingIso(at) } : {}) }
      return ask(endRiskArea, { params: { id: area.id }, body })
    },
    done: () => {
      say(words.endSaved)
      onEnded()
    },
  })
  return (
    <Form submitLabel={words.end} errors={errors} {...rest} onSubmit={rest.submit}>
      <h3>{words.endTitle}</h3>
      <p className="quiet">{words.endLead}</p>
      <Field
        label={words.reason}
        hint={words.reasonHint}
        error={errors['reason']}
        value={form.reason}
        maxLength={120}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <Field
        label={words.to}
        optional
        hint={words.toHint}
        error={errors['to']}
        value={form.to}
        maxLength={40}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </Form>
  )
}

function Inside({ area, onEnded }: { area: Area; onEnded: () => void }) {
  const words = useRiskAreaPageWords()
  const regions = useRegions()
  const { role } = useStaff()
  const [ending, setEnding] = useState(false)
  const facts = [
    { label: words.region, value: `${shortRegion(regions, area.region)}　${area.region}` },
    { label: words.from, value: shortIso(area.from) },
    ...(area.to === null ? [] : [{ label: words.to, value: shortIso(area.to) }]),
    { label: words.source, value: area.source },
    { label: words.addedBy, value: words.ended(area.addedBy, shortIso(area.addedAt)) },
    ...(area.ended === null
      ? []
      : [
          { label: words.reason, value: area.ended.reason },
          { label: words.endedBy, value: words.ended(area.ended.by, shortIso(area.ended.at)) },
        ]),
  ]
  return (
    <div className="stack">
      <p className="sheet-plate">
        <strong>{area.name}</strong> <LevelMark level={area.level} />
      </p>
      <Facts facts={facts} />
      {area.ended === null && may(role, 'changeRiskAreas') && !ending && (
        <Button onClick={() => setEnding(true)}>{words.end}…</Button>
      )}
      {ending && <EndForm area={area} onEnded={onEnded} />}
    </div>
  )
}

/** One area beside the list, and the way off it. */
export function AreaSheet({
  area,
  onEnded,
  onClose,
}: {
  area: Area | undefined
  onEnded: () => void
  onClose: () => void
}) {
  const words = useRiskAreaPageWords()
  return (
    <Sheet open={area !== undefined} title={words.sheet} onClose={onClose} side>
      {area !== undefined && <Inside key={area.id} area={area} onEnded={onEnded} />}
    </Sheet>
  )
}
