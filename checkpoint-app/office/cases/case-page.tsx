import { useCallback } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { getCase } from '../../../schema/api/cases.ts'
import { Plate } from '../../ui/plate.tsx'
import { addressOf } from '../address.ts'
import { Facts } from '../ledger/facts.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { menuOf } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { CaseMoves } from './case-moves.tsx'
import { CaseMark, Clocks, useCaseNames } from './case-state.tsx'
import { Timeline } from './timeline.tsx'
import { ToldOut } from './told-out.tsx'
import { useCaseWords } from './words.ts'

export type Sheet = AnswerOf<typeof getCase>

function Reporter({ sheet }: { sheet: Sheet }) {
  const words = useCaseWords()
  const { role } = useStaff()
  const { case: line, caller, phone, dispatchedTo, opinion, unreached, inspection } = sheet
  const facts = [
    { label: words.callerPerson, value: [caller, words.ways[line.way]].filter(Boolean).join(' · ') },
    {
      label: words.phone,
      value:
        phone === null ? (
          <span className="quiet">{words.noPhone}</span>
        ) : (
          <a href={`tel:${phone}`}>{words.call(phone)}</a>
        ),
    },
    { label: words.place, value: [line.checkpoint?.name, line.areaName].filter(Boolean).join(' · ') },
    { label: words.at, value: shortIso(line.filedAt) },
    ...(dispatchedTo === null ? [] : [{ label: words.dispatchedTo, value: dispatchedTo }]),
    ...(opinion === null ? [] : [{ label: words.opinion, value: words.opinions[opinion] }]),
    ...(unreached === 0 ? [] : [{ label: words.moves.answer, value: words.unreached(unreached) }]),
    ...(inspection !== null && menuOf(role).includes('inspections')
      ? [{ label: words.inspection, value: <a href={addressOf('inspections', inspection)}>{words.openRecord} ➜</a> }]
      : []),
  ]
  return <Facts facts={facts} />
}

function Whole({ sheet, onChanged }: { sheet: Sheet; onChanged: (sheet: Sheet) => void }) {
  const words = useCaseWords()
  const { case: line } = sheet
  return (
    <div className="case-page">
      <section className="case-told" aria-label={words.told}>
        <p className="case-head">
          {line.plate !== null && <Plate plate={line.plate} />}
          <CaseMark line={line} />
        </p>
        <Clocks line={line} />
        <blockquote className="case-quote">{sheet.words}</blockquote>
        <Reporter sheet={sheet} />
      </section>
      <CaseMoves key={line.state + line.level} sheet={sheet} onChanged={onChanged} />
      <Timeline events={sheet.events} />
      <ToldOut told={sheet.told} />
    </div>
  )
}

/** One case: what was told, how long is left, what can be done now, what was done. */
export function CasePage({ id }: { id: string }) {
  const words = useCaseWords()
  const names = useCaseNames()
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getCase, { params: { id } }), [ask, id]))
  const line = loaded.value?.case
  return (
    <>
      <p className="screen-only">
        <a className="text-link" href={addressOf('cases')}>
          {words.back}
        </a>
      </p>
      <PageHead
        title={line === undefined ? words.number : `${line.number} ${names.category(line.category)}`}
        lead={line === undefined ? '' : words.ways[line.way]}
      />
      <WhenLoaded loaded={loaded}>{(sheet) => <Whole sheet={sheet} onChanged={loaded.put} />}</WhenLoaded>
    </>
  )
}
