import { useCallback, useState } from 'react'
import { listTerminals } from '../../../schema/api/terminals.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { Enrol } from './enrol.tsx'
import { TerminalSheet } from './terminal-sheet.tsx'
import { TerminalsTable } from './terminals-table.tsx'
import { PrintButton } from '../print-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { syncIcon } from '../../ui/icons.ts'

/** Inspectors' phones: bound and released, when last seen; binding a new one and releasing an old one. */
export function TerminalsPage() {
  const { terminals: words, pages, refresh } = useOfficeWords()
  const { ask } = useSession()
  const enrolling = may(useStaff().role, 'enrol')
  const [open, setOpen] = useState<string>()
  const [binding, setBinding] = useState(false)
  const list = useLoad(useCallback(() => ask(listTerminals, {}), [ask]))
  const items = list.value?.items ?? []
  return (
    <>
      <PageHead title={pages.terminals} lead={words.lead}>
        {enrolling && (
          <Button kind="primary" compact onClick={() => setBinding(true)}>
            {words.enrol}
          </Button>
        )}
        <Button compact onClick={() => void list.reload()}>
          <Icon of={syncIcon} size={20} />
          {refresh}
        </Button>
        <PrintButton />
      </PageHead>
      <WhenLoaded loaded={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.empty}>{enrolling && <p>{words.emptyDo}</p>}</Empty>
          ) : (
            <TerminalsTable items={items} onOpen={({ id }) => setOpen(id)} />
          )
        }
      </WhenLoaded>
      <TerminalSheet
        terminal={items.find(({ id }) => id === open)}
        canRelease={enrolling}
        onClose={() => setOpen(undefined)}
        onReleased={() => void list.reload()}
      />
      <Enrol
        open={binding}
        onClose={() => {
          setBinding(false)
          void list.reload()
        }}
        onShowTerminal={(id) => {
          setBinding(false)
          setOpen(id)
        }}
      />
    </>
  )
}
