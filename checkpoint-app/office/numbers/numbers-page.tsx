import { useCallback, useState } from 'react'
import type { AnswerOf } from '../../../schema/api/endpoint.ts'
import { listNumberProposals } from '../../../schema/api/published-numbers.ts'
import { numberKinds, numberNames } from '../../../shared/wording/published-numbers.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Facts } from '../ledger/facts.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { ProposalSheet } from './proposal-sheet.tsx'
import { ProposeForm } from './propose-form.tsx'
import { useNumbersWords } from './words.ts'

type Listed = AnswerOf<typeof listNumberProposals>
export type Proposal = Listed['items'][number]
const tones = { waiting: 'care', 'in-force': 'go', past: 'void', declined: 'void' } as const

function useColumns(): readonly Column<Proposal>[] {
  const words = useNumbersWords()
  const { language } = useLanguage()
  return [
    { title: words.heads.kind, cell: ({ kind }) => <strong>{numberNames[kind][language]}</strong> },
    { title: words.heads.number, cell: ({ number }) => number ?? words.takenBack },
    {
      title: words.heads.state,
      cell: ({ state }) => <StateMark size="small" tone={tones[state]} word={words.state[state]} />,
    },
    {
      title: words.heads.by,
      cell: ({ proposedBy, proposedAt }) => `${proposedBy.name} ${shortIso(proposedAt)}`,
      wide: 'mid',
    },
    {
      title: words.heads.decided,
      cell: ({ decidedBy, decidedAt }) => (decidedBy === null ? '' : `${decidedBy.name} ${shortIso(decidedAt ?? '')}`),
      wide: 'mid',
    },
  ]
}

function InForce({ items }: Listed) {
  const words = useNumbersWords()
  const { language } = useLanguage()
  const facts = numberKinds.map((kind) => ({
    label: numberNames[kind][language],
    value: items.find((one) => one.kind === kind && one.state === 'in-force')?.number ?? words.none,
  }))
  return <Facts facts={facts} />
}

/** 公布电话: what is published, what waits for a second person, and what was before. */
export function NumbersPage() {
  const words = useNumbersWords()
  const { pages } = useOfficeWords()
  const { language } = useLanguage()
  const { ask } = useSession()
  const list = useLoad(useCallback(() => ask(listNumberProposals, {}), [ask]))
  const columns = useColumns()
  const [proposing, setProposing] = useState(false)
  const [open, setOpen] = useState<string>()
  const renew = () => {
    setProposing(false)
    setOpen(undefined)
    void list.reload()
  }
  return (
    <>
      <PageHead title={pages.numbers} lead={words.lead}>
        {list.value?.may.propose && (
          <Button kind="primary" compact onClick={() => setProposing(true)}>
            {words.propose}
          </Button>
        )}
      </PageHead>
      <WhenLoaded loaded={list}>
        {(listed) => (
          <div className="stack">
            <InForce {...listed} />
            {listed.items.length === 0 ? (
              <Empty title={words.empty}>
                <p>{words.emptyDo}</p>
              </Empty>
            ) : (
              <Ledger
                caption={pages.numbers}
                columns={columns}
                rows={listed.items}
                rowKey={({ id }) => id}
                muted={({ state }) => state === 'past' || state === 'declined'}
                onOpen={({ id }) => setOpen(id)}
                openLabel={({ kind }) => words.open(numberNames[kind][language])}
              />
            )}
          </div>
        )}
      </WhenLoaded>
      <Sheet open={proposing} title={words.propose} onClose={() => setProposing(false)} side>
        <ProposeForm onSent={renew} />
      </Sheet>
      <ProposalSheet
        proposal={list.value?.items.find(({ id }) => id === open)}
        onClose={() => setOpen(undefined)}
        onDecided={renew}
      />
    </>
  )
}
