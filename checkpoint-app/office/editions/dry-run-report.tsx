import { useState } from 'react'
import type * as z from 'zod/mini'
import type { dryRunView } from '../../../schema/api/editions.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useLanguage, type Language } from '../../ui/language.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { addressOf } from '../address.ts'
import { headlineOf } from '../inspections/headline.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { shortIso } from '../times.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { FlowPicture } from './flow-picture.tsx'
import { HourBars } from './hour-bars.tsx'
import { useEditionWords, type EditionWords } from './words.ts'

export type DryRun = z.infer<typeof dryRunView>
type Report = DryRun['report']
type Truck = Report['trucks'][number]
type Place = Report['checkpoints'][number]

const plain = (n: number) => n.toLocaleString('en')
export const signed = (n: number) => (n > 0 ? `+${plain(n)}` : n < 0 ? `−${plain(-n)}` : '0')
const sum = (places: readonly Place[], of: (place: Place) => number) => places.reduce((all, one) => all + of(one), 0)

/** The sentence first; what follows only shows it. */
function Sentences({ report }: { report: Report }) {
  const words = useEditionWords()
  const { inspections, moved, stricter, milder, details, testsMore, testsFewer, unreadable, checkpoints } = report
  if (inspections === 0) return <p className="dry-run-says">{words.none}</p>
  const counts = { all: plain(inspections), moved: plain(moved), stricter: plain(stricter), milder: plain(milder) }
  const [before, after] = [sum(checkpoints, (one) => one.before.total), sum(checkpoints, (one) => one.after.total)]
  return (
    <div className="stack-tight">
      <p className="dry-run-says">{moved === 0 ? words.unchanged(counts.all) : words.sentence(counts)}</p>
      <p>
        {testsMore + testsFewer > 0 && words.testSentence(plain(testsMore), plain(testsFewer))}{' '}
        {words.queueSentence(plain(before), plain(after))}
      </p>
      <p className="quiet">
        {testsMore + testsFewer > 0 && words.baySentence(signed(report.bayMinutes))}{' '}
        {details > 0 && words.detailSentence(plain(details))} {unreadable > 0 && words.unreadable(plain(unreadable))}
      </p>
    </div>
  )
}

function Places({ places, nameOf }: { places: readonly Place[]; nameOf: (id: string) => string }) {
  const words = useEditionWords()
  const pair = (before: number, after: number) =>
    before === after ? plain(after) : `${plain(before)} → ${plain(after)}`
  return (
    <Ledger
      caption={words.places}
      unnumbered
      columns={[
        { title: words.checkpoint, cell: ({ checkpoint }) => nameOf(checkpoint) },
        { title: words.inspections, cell: ({ inspections }) => plain(inspections), number: true },
        { title: words.moved, cell: ({ moved }) => plain(moved), number: true },
        { title: words.testsMore, cell: (one) => signed(one.testsMore - one.testsFewer), number: true, wide: 'mid' },
        { title: words.queueMinutes, cell: ({ before, after }) => pair(before.total, after.total), number: true },
        {
          title: words.worst,
          cell: ({ before, after }) => words.minutes(pair(before.worst, after.worst)),
          number: true,
          wide: true,
        },
      ]}
      rows={places}
      rowKey={({ checkpoint }) => checkpoint}
    />
  )
}

/** The checkpoint where most moves is shown first. */
function Hours({ places, nameOf }: { places: readonly Place[]; nameOf: (id: string) => string }) {
  const words = useEditionWords()
  const most = places.toSorted((a, b) => b.moved - a.moved || (a.checkpoint < b.checkpoint ? -1 : 1))[0]
  const [chosen, choose] = useState(most?.checkpoint ?? '')
  const place = places.find(({ checkpoint }) => checkpoint === chosen) ?? most
  if (!place) return null
  return (
    <section className="stack-tight" aria-label={words.hourly(nameOf(place.checkpoint))}>
      {places.length > 1 && (
        <div className="narrow-field">
          <Select
            label={words.chooseCheckpoint}
            options={places.map(({ checkpoint }) => ({ value: checkpoint, label: nameOf(checkpoint) }))}
            value={place.checkpoint}
            onChange={choose}
          />
        </div>
      )}
      <div className="two-pictures">
        <HourBars title={words.tests24} series={[{ label: words.tests24, tone: 'tests', values: place.testHours }]} />
        <HourBars
          title={words.queue24}
          series={[
            { label: words.beforeBar, tone: 'before', values: place.before.hours },
            { label: words.afterBar, tone: 'after', values: place.after.hours },
          ]}
        />
      </div>
      <p className="quiet small">{words.assumption}</p>
    </section>
  )
}

const tones = { stricter: 'stop', milder: 'go', alike: 'void' } as const

/** Enough to see what kind of truck it is. */
const firstTrucks = 12

type Shown = { words: EditionWords; language: Language; nameOf: (id: string) => string }

const truckColumns = ({ words, language, nameOf }: Shown): readonly Column<Truck>[] => [
  {
    title: words.time,
    cell: ({ id, madeAt, checkpoint, plate }) => (
      <a
        className="row-link"
        aria-label={words.open(`${shortIso(madeAt)} ${plate}`)}
        href={addressOf('inspections', id, { day: madeAt.slice(0, 10), checkpoint })}
      >
        {shortIso(madeAt)}
      </a>
    ),
  },
  { title: words.plate, cell: ({ plate }) => <span className="plate-text">{plate}</span> },
  { title: words.checkpoint, cell: ({ checkpoint }) => nameOf(checkpoint), wide: true },
  { title: words.flowFrom, cell: ({ from }) => `${from} ${headlineOf(from, language)}` },
  { title: words.flowTo, cell: ({ to }) => `${to} ${headlineOf(to, language)}` },
  {
    title: words.turn,
    cell: ({ turn }) => <StateMark size="small" tone={tones[turn]} word={words.turns[turn]} />,
    wide: 'mid',
  },
]

function Trucks({ report, nameOf }: { report: Report; nameOf: (id: string) => string }) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const { trucks, moved } = report
  const [all, setAll] = useState(false)
  const shown = all ? trucks : trucks.slice(0, firstTrucks)
  if (trucks.length === 0) return null
  return (
    <section className="stack-tight" aria-label={words.trucks}>
      <h3>{words.trucks}</h3>
      <p className="quiet">{words.trucksFirst(plain(shown.length), plain(moved))}</p>
      <Ledger
        caption={words.trucks}
        unnumbered
        columns={truckColumns({ words, language, nameOf })}
        rows={shown}
        rowKey={({ id }) => id}
      />
      {shown.length < trucks.length && (
        <p className="screen-only">
          <Button kind="ghost" compact onClick={() => setAll(true)}>
            {words.showTrucks(trucks.length)}
          </Button>
        </p>
      )}
    </section>
  )
}

export function DryRunReport({ dryRun }: { dryRun: DryRun }) {
  const words = useEditionWords()
  const checkpoints = useCheckpoints().value?.items ?? []
  const nameOf = (id: string) => checkpoints.find((one) => one.id === id)?.name ?? id
  const { report, complete, from, until, milliseconds, by, at } = dryRun
  return (
    <div className="stack">
      <Sentences report={report} />
      {!complete && <StateMark tone="care" size="small" word={words.incomplete(shortIso(until))} />}
      <FlowPicture flows={report.flows} />
      {report.inspections > 0 && (
        <section className="stack-tight" aria-label={words.places}>
          <h3>{words.places}</h3>
          <Places places={report.checkpoints} nameOf={nameOf} />
        </section>
      )}
      <Hours places={report.checkpoints} nameOf={nameOf} />
      <Trucks report={report} nameOf={nameOf} />
      <p className="quiet small">
        {words.fromTo(shortIso(from), shortIso(until))} · {words.tried(by.name, shortIso(at))} ·{' '}
        {words.took(
          plain(report.inspections),
          milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`,
        )}
      </p>
    </div>
  )
}
