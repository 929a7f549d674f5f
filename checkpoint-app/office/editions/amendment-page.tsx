import { useCallback, useEffect } from 'react'
import { getAmendment } from '../../../schema/api/editions.ts'
import { hour, parseInstant } from '../../../shared/instant.ts'
import { clause, isClause } from '../../../shared/policy/documents.ts'
import { useLanguage } from '../../ui/language.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { addressOf } from '../address.ts'
import { Facts } from '../ledger/facts.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad, type Loaded } from '../use-load.ts'
import { ChangesTable } from './changes-table.tsx'
import { DraftPage } from './draft-form.tsx'
import { DryRunPanel } from './dry-run-panel.tsx'
import { clauseInWords } from './numbers.ts'
import { SigningPanel } from './signing-panel.tsx'
import { toneOf, type Amendment } from './standing.ts'
import { useEditionWords } from './words.ts'
import { Icon } from '../../ui/icon.tsx'
import { backIcon } from '../../ui/icons.ts'

/** What it rests on: each clause with our words for it, and the document that was registered with it. */
function Basis({ amendment }: { amendment: Amendment }) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const { clauses = [], document } = amendment.draft.basis ?? {}
  return (
    <section className="stack-tight" aria-label={words.basis}>
      <h2>{words.basis}</h2>
      <ul className="articles">
        {clauses.filter(isClause).map((ref) => (
          <li key={ref}>
            <strong>{clauseInWords(ref, language)}</strong> {clause(ref).summary[language]}
          </li>
        ))}
        {document && (
          <li>
            <span className="tag">{words.newDocument}</span>{' '}
            <strong>{words.documentLine(document.title, document.number, document.issuer, document.issuedOn)}</strong>{' '}
            {document.article} {document.words[language]}
          </li>
        )}
      </ul>
    </section>
  )
}

function Whole({
  amendment,
  overlays,
  put,
}: {
  amendment: Amendment
  overlays: number
  put: (next: Amendment) => void
}) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const { role } = useStaff()
  const { standing, name, edition, from, endedAt, endedBy, endReason } = amendment
  const document = amendment.draft.basis?.document
  const facts = [
    { label: words.form.kind, value: words.classes[amendment.class] },
    { label: words.from1, value: shortIso(from) },
    ...(edition === null ? [] : [{ label: words.edition, value: <span className="code">{edition}</span> }]),
    ...(endedAt === null
      ? []
      : [{ label: words.standing[standing], value: `${shortIso(endedAt)} ${endedBy?.name ?? ''}` }]),
    ...(endReason === null ? [] : [{ label: words.reason, value: endReason }]),
  ]
  return (
    <>
      <PageHead title={name[language]} lead="">
        <StateMark tone={toneOf[standing]} word={words.standing[standing]} />
      </PageHead>
      <SigningPanel amendment={amendment} overlays={overlays} onChanged={put} />
      <div className="two-columns">
        <section className="stack-tight" aria-label={words.changes}>
          <h2>{words.changes}</h2>
          <ChangesTable
            changes={amendment.changes}
            newDocument={document && `${document.number} ${document.article}`}
            published={amendment.publishedAt !== null}
          />
        </section>
        <div className="stack">
          <Facts facts={facts} />
          <Basis amendment={amendment} />
        </div>
      </div>
      <DryRunPanel amendment={amendment} mayRun={role === 'command' && amendment.state === 'draft'} onTried={put} />
    </>
  )
}

/** An emergency binds from the next full second, so it is read again then; so is one that is soon to come. */
function useWhenItBinds({ value, reload }: Pick<Loaded<Amendment>, 'value' | 'reload'>): void {
  const binds = value?.standing === 'coming' ? parseInstant(value.from) : undefined
  useEffect(() => {
    const wait = binds === undefined ? Infinity : binds - serverNow() + 500
    if (wait > hour) return undefined
    const timer = setTimeout(() => void reload(), Math.max(500, wait))
    return () => clearTimeout(timer)
  }, [binds, reload])
}

type Given = { id: string; editing: boolean; overlays: number }

/** One amendment: who did what, which numbers, on what basis, what a dry run found. */
export function AmendmentPage({ id, editing, overlays }: Given) {
  const words = useEditionWords()
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(getAmendment, { params: { id } }), [ask, id]))
  useWhenItBinds(loaded)
  return (
    <>
      <a className="row-link screen-only" href={addressOf('editions')}>
        <Icon of={backIcon} size={20} /> {words.back}
      </a>
      <WhenLoaded loaded={loaded}>
        {(amendment) =>
          editing ? (
            <DraftPage before={amendment} onSaved={loaded.put} />
          ) : (
            <Whole amendment={amendment} overlays={overlays} put={loaded.put} />
          )
        }
      </WhenLoaded>
    </>
  )
}
