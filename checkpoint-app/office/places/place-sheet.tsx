import { useState } from 'react'
import { basicOn, closingReasonWords, placeKindWords, serviceWords } from '../../../shared/wording/network.ts'
import { Button } from '../../ui/button.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Facts } from '../ledger/facts.tsx'
import { shortIso } from '../times.ts'
import { PlaceForm } from './place-form.tsx'
import { PlaceMark, type Place } from './place-state.tsx'
import { CloseForm, OpenForm } from './standing-forms.tsx'
import { usePlaceWords } from './words.ts'

type Doing = 'look' | 'change' | 'close' | 'open'

function Details({ place }: { place: Place }) {
  const words = usePlaceWords()
  const { language } = useLanguage()
  const { closing } = place
  const facts = [
    { label: words.kind, value: placeKindWords[place.kind][language] },
    { label: words.road, value: [place.road, place.direction].filter(Boolean).join(' · ') },
    { label: words.county, value: place.countyName },
    { label: words.hours, value: [place.hours, place.free ? words.free : ''].filter(Boolean).join(' · ') },
    { label: words.services, value: place.services.map((one) => serviceWords[one][language]).join('、') || '—' },
    ...(place.phone === null ? [] : [{ label: words.phone, value: place.phone }]),
    ...(place.owner === null ? [] : [{ label: words.owner, value: place.owner }]),
    ...(closing === null
      ? []
      : [
          { label: words.closedAt, value: shortIso(closing.at) },
          ...(closing.reason === null
            ? []
            : [{ label: words.reason, value: closingReasonWords[closing.reason][language] }]),
          ...(closing.cityConsent === null ? [] : [{ label: words.cityConsent, value: closing.cityConsent }]),
          ...(closing.provinceApproval === null
            ? []
            : [{ label: words.provinceApproval, value: closing.provinceApproval }]),
          ...(closing.note === null ? [] : [{ label: words.note, value: closing.note }]),
          ...(closing.reopensAt === null ? [] : [{ label: words.reopens, value: shortIso(closing.reopensAt) }]),
        ]),
  ]
  return (
    <>
      <PlaceMark place={place} />
      {place.state !== 'open' && place.kind === 'service-area' && <p>{basicOn[language]}</p>}
      <Facts facts={facts} />
    </>
  )
}

type Given = { place: Place; onClose: () => void; done: () => void }

/** One place: what drivers read, why it is closed, and what may be done about it. */
export function PlaceSheet({ place, onClose, done }: Given) {
  const words = usePlaceWords()
  const [doing, setDoing] = useState<Doing>('look')
  const { may, state, kind } = place
  return (
    <Sheet open title={place.name} onClose={onClose} side>
      {doing === 'look' && (
        <div className="stack">
          <Details place={place} />
          <div className="form-actions">
            {state !== 'open' && may.change && (
              <Button kind="primary" onClick={() => setDoing('open')}>
                {words.reopen}
              </Button>
            )}
            {state === 'open' && may.close && (
              <Button kind="danger" onClick={() => setDoing('close')}>
                {kind === 'service-area' ? words.close : words.shutNow}
              </Button>
            )}
            {may.change && <Button onClick={() => setDoing('change')}>{words.change}</Button>}
          </div>
          {state === 'open' && may.change && !may.close && <p className="quiet">{words.onlyCommand}</p>}
        </div>
      )}
      {doing === 'change' && <PlaceForm place={place} done={done} />}
      {doing === 'close' && <CloseForm place={place} done={done} />}
      {doing === 'open' && <OpenForm place={place} done={done} />}
    </Sheet>
  )
}
