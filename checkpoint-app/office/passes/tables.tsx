import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import type { listForeignPasses } from '../../../schema/api/passes.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import { passFlags } from '../../../shared/passes/checks.ts'
import { departments } from '../../../shared/passes/departments.ts'
import { cargoNames } from '../../../shared/wording/cargo.ts'
import { shortRegion, useRegions } from '../../ui/use-regions.ts'
import { addressOf } from '../address.ts'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { menuOf } from '../pages.ts'
import { useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import { PassState, Waiting, type ApplicationLine, type PassLine } from './pass-state.tsx'
import { usePassWords } from './words.ts'

const Plated = ({ plate }: { plate: string }) => <strong className="plate-text">{showPlate(plate)}</strong>

/** 浙江嘉兴南湖区 → 河南焦作武陟县 */
export function useRoute() {
  const regions = useRegions()
  return ({ from, to }: { from: string; to: string }) => `${shortRegion(regions, from)} → ${shortRegion(regions, to)}`
}

/** A company by its name, a driver as one. */
function useApplicant() {
  const words = usePassWords()
  return ({ applicant, company }: Pick<PassLine, 'applicant' | 'company'>) => company ?? words.applicants[applicant]
}

type Given<Row> = { rows: readonly Row[]; caption: string; onOpen: (row: Row) => void }

function useApplicationColumns(): readonly Column<ApplicationLine>[] {
  const words = usePassWords()
  const language = useChosenLanguage()
  const route = useRoute()
  const applicant = useApplicant()
  return [
    { title: words.plate, cell: ({ plate }) => <Plated plate={plate} /> },
    {
      title: words.age,
      cell: ({ state, answerBy }) =>
        state === 'waiting' ? <Waiting answerBy={answerBy} /> : <PassState state={state} />,
    },
    { title: words.flags, cell: ({ flags }) => flags.map((flag) => passFlags[flag][language]).join('；'), wide: 'mid' },
    {
      title: words.cargo,
      cell: ({ cargo, first }) => (
        <>
          {cargoNames[cargo][language]} {first && <span className="pass-first">{words.first}</span>}
        </>
      ),
      wide: 'mid',
    },
    { title: words.applicant, cell: applicant, wide: 'mid' },
    { title: words.route, cell: route, wide: true },
    { title: words.department, cell: ({ department }) => departments[department][language], wide: true },
    {
      title: words.appliedAt,
      cell: ({ appliedAt }) => <span className="time">{shortIso(appliedAt)}</span>,
      wide: true,
    },
  ]
}

export function ApplicationsTable({ rows, caption, onOpen }: Given<ApplicationLine>) {
  const words = usePassWords()
  return (
    <Ledger
      caption={caption}
      columns={useApplicationColumns()}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      openLabel={({ plate }) => words.open(showPlate(plate))}
    />
  )
}

function usePassColumns(): readonly Column<PassLine>[] {
  const words = usePassWords()
  const language = useChosenLanguage()
  const route = useRoute()
  const applicant = useApplicant()
  return [
    { title: words.plate, cell: ({ plate }) => <Plated plate={plate} /> },
    {
      title: words.state,
      cell: ({ state, reason }) => (
        <span className="pass-state">
          <PassState state={state} />
          {reason && <span className="quiet">{reason[language]}</span>}
        </span>
      ),
    },
    { title: words.number, cell: ({ number }) => <span className="one-word">{number}</span>, wide: 'mid' },
    { title: words.applicant, cell: applicant, wide: 'mid' },
    { title: words.route, cell: route, wide: true },
    { title: words.cargo, cell: ({ cargo }) => cargoNames[cargo][language], wide: true },
    { title: words.validTo, cell: ({ validTo }) => <span className="time">{shortIso(validTo)}</span>, wide: 'mid' },
  ]
}

export function PassesTable({ rows, caption, onOpen }: Given<PassLine>) {
  const words = usePassWords()
  return (
    <Ledger
      caption={caption}
      columns={usePassColumns()}
      rows={rows}
      rowKey={({ number }) => number}
      muted={({ state }) => state === 'revoked' || state === 'expired'}
      onOpen={onOpen}
      openLabel={({ plate }) => words.open(showPlate(plate))}
    />
  )
}

export type ForeignLine = AnswerOf<typeof listForeignPasses>['items'][number]

function useForeignColumns(): readonly Column<ForeignLine>[] {
  const words = usePassWords()
  const regions = useRegions()
  const { role } = useStaff()
  const province = (issuer: string) => (/^\d{2}$/.test(issuer) ? shortRegion(regions, `${issuer}0000`) : issuer)
  const records = menuOf(role).includes('inspections')
  return [
    { title: words.plate, cell: ({ plate }) => <Plated plate={plate} /> },
    { title: words.foreignIssuer, cell: ({ issuer }) => province(issuer) },
    { title: words.foreignNumber, cell: ({ number }) => number ?? words.none, wide: 'mid' },
    {
      title: words.foreignShown,
      cell: ({ shown, oldStyle }) => [words.shown[shown], oldStyle && words.oldStyle].filter(Boolean).join(' · '),
      wide: 'mid',
    },
    { title: words.validTo, cell: ({ validTo }) => (validTo ? shortIso(validTo) : words.none), wide: true },
    {
      title: words.recordedAt,
      cell: ({ recordedAt, inspection }) => (
        <span className="time">
          {shortIso(recordedAt)} {records && <a href={addressOf('inspections', inspection)}>{words.record} ➜</a>}
        </span>
      ),
      wide: 'mid',
    },
  ]
}

export function ForeignTable({ rows, caption }: Omit<Given<ForeignLine>, 'onOpen'>) {
  return <Ledger caption={caption} columns={useForeignColumns()} rows={rows} rowKey={({ id }) => id} />
}
