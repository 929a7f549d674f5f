import { Shape } from '../../ui/state-mark.tsx'
import { Facts } from '../ledger/facts.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { CloseReason } from './close-reason.tsx'
import { Evidence } from './evidence.tsx'
import { toneOfReason, wordFor, type ReasonView } from './person.ts'
import type { Inside } from './person-sheet.tsx'
import { SignRed } from './sign-red.tsx'
import { usePeopleWords } from './words.ts'

type Given = Inside & { reason: ReasonView }
type Who = ReasonView['by']

export function useActorName() {
  const words = usePeopleWords()
  const { roles } = useOfficeWords()
  return ({ role, name, unit }: Who): string => {
    if (role === 'system' || role === 'feed') return role === 'feed' ? words.reason.seeFeed : words.reason.system
    const office = unit ?? wordFor(roles, role) ?? role
    return name ? `${office} ${name}` : office
  }
}

/** 经办 ✔ 复核 …: who signed, and who is still missing. */
function Signatures({ reason }: { reason: ReasonView }) {
  const { reason: words } = usePeopleWords()
  const nameOf = useActorName()
  const places = [words.first, words.second].map((label, place) => ({ label, signed: reason.signatures[place] }))
  return (
    <ol className="signatures">
      {places.map(({ label, signed }) => (
        <li key={label} className={signed ? 'is-signed' : ''}>
          <Shape tone={signed ? 'go' : 'void'} size={18} />
          <strong>{label}</strong>
          {signed ? (
            <span>
              {nameOf(signed.by)} <span className="time">{shortIso(signed.at)}</span>
            </span>
          ) : (
            <span>{words.unsigned}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

function End({ closed }: { closed: NonNullable<ReasonView['closed']> }) {
  const { reason: words } = usePeopleWords()
  const nameOf = useActorName()
  return (
    <p>
      {words.ended(shortIso(closed.at), nameOf(closed.by))}
      {closed.document && `　${words.paper} ${closed.document}`}
      {!closed.counted && <span className="tag">{words.never}</span>}
    </p>
  )
}

function About({ reason }: { reason: ReasonView }) {
  const { reason: words } = usePeopleWords()
  const nameOf = useActorName()
  const told = reason.told[useChosenLanguage()]
  const facts = [
    { label: reason.reason.startsWith('R') ? words.proposedBy : words.by, value: nameOf(reason.by) },
    { label: words.evidence, value: <Evidence evidence={reason.evidence} /> },
    ...(told.clears.length > 0
      ? [
          {
            label: words.clears,
            value: (
              <ul className="clears">
                {told.clears.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(told.countdown === null ? [] : [{ label: words.left, value: told.countdown }]),
  ]
  return <Facts facts={facts} />
}

/** One reason: what it is, since when, on what it stands, how it clears, and what may be done. */
export function ReasonCard({ reason, ...inside }: Given) {
  const { reason: words } = usePeopleWords()
  const told = reason.told[useChosenLanguage()]
  const tone = toneOfReason(reason)
  return (
    <article className={`verdict verdict-${tone}`} aria-label={told.title}>
      <p className="verdict-headline">
        <Shape tone={tone} size={24} />
        <strong>{told.title.replace(/^[■▲✔◇]\s*/u, '')}</strong>
      </p>
      <p>
        <span className="code">{reason.reason}</span> {told.reason}　<span className="time">{told.since}</span>
      </p>
      <p className="quiet">{told.article}</p>
      <About reason={reason} />
      {reason.reason.startsWith('R') && <Signatures reason={reason} />}
      {reason.appeals.map(({ at, decision }) => (
        <p key={`${at}${decision}`} className="quiet">
          {shortIso(at)} {words.appealed[decision]}
        </p>
      ))}
      {reason.closed && <End closed={reason.closed} />}
      {reason.state === 'proposed' && <SignRed reason={reason} {...inside} />}
      {reason.may.ways.length > 0 && <CloseReason reason={reason} {...inside} />}
    </article>
  )
}
