import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { nobody, type Person } from './draft.ts'
import type { PageProps } from './form-screen.tsx'
import { More } from './more.tsx'
import { PersonFields } from './person-fields.tsx'
import { RiskAreasButton } from './risk-areas-button.tsx'
import { useDriverWords } from './use-words.ts'
import { Icon } from '../ui/icon.tsx'
import { plusIcon } from '../ui/icons.ts'

/** The contract allows five on board. */
const mostOnBoard = 5

export function PageCrew({ draft, edit, note, left }: PageProps) {
  const { form } = useDriverWords()
  const put = (seat: number, person: Person) =>
    edit({ crew: draft.crew.map((old, index) => (index === seat ? person : old)) })
  const drop = (seat: number) => edit({ crew: draft.crew.filter((_, index) => index !== seat) })
  const stays = (['no', 'yes', 'unsure'] as const).map((value) => ({ value, label: form.riskStays[value] }))
  return (
    <>
      {draft.crew.map((person, seat) => (
        <PersonFields
          // Persons in the form have no identity but their place.
          key={`person ${seat + 1}`}
          title={seat === 0 ? form.driver : form.escort(seat)}
          person={person}
          put={(person) => put(seat, person)}
          {...(seat > 0 ? { drop: () => drop(seat) } : {})}
          note={(name) => note(`crew.${seat}.${name}`)}
          left={(name) => left(`crew.${seat}.${name}`)}
        />
      ))}
      {draft.crew.length < mostOnBoard && (
        <Button onClick={() => edit({ crew: [...draft.crew, nobody('escort')] })}>
          <Icon of={plusIcon} /> {form.escortAdd}
        </Button>
      )}
      <More open={draft.riskStay !== ''}>
        <Choice
          legend={form.riskStay}
          options={stays}
          value={draft.riskStay === '' ? undefined : draft.riskStay}
          onChange={(riskStay) => edit({ riskStay })}
          columns={3}
        />
        <RiskAreasButton />
      </More>
      <section className="card stack-tight">
        <p className="small quiet">{form.notice}</p>
        <Check
          label={<strong>{form.commitment}</strong>}
          checked={draft.commitment}
          onChange={(commitment) => edit({ commitment })}
          {...note('commitment')}
        />
      </section>
    </>
  )
}
