import { useCallback, useState } from 'react'
import { listStaff } from '../../../schema/api/office.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { may } from '../pages.ts'
import { useSession, useStaff, type Staff } from '../session.tsx'
import { useCheckpoints } from '../use-checkpoints.ts'
import { useLoad } from '../use-load.ts'
import { useOfficeWords } from '../words.ts'
import { AddStaff } from './add-staff.tsx'
import { ChangeStaff } from './change-staff.tsx'
import { StaffTable } from './staff-table.tsx'
import { PrintButton } from '../print-button.tsx'

/** Staff: list, add, move, disable, new password, and who is bound to which terminal. */
export function StaffPage() {
  const { staff: words, pages } = useOfficeWords()
  const { ask } = useSession()
  const editing = may(useStaff().role, 'editStaff')
  const [open, setOpen] = useState<Staff | 'new'>()
  const checkpoints = useCheckpoints().value?.items ?? []
  const list = useLoad(useCallback(() => ask(listStaff, {}), [ask]))
  const saved = () => {
    setOpen(undefined)
    void list.reload()
  }
  const close = () => setOpen(undefined)
  return (
    <>
      <PageHead title={pages.staff} lead={editing ? words.lead : words.headLead}>
        {editing && (
          <Button kind="primary" compact onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        )}
        <PrintButton />
      </PageHead>
      <WhenLoaded loaded={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.empty} />
          ) : (
            <StaffTable items={items} checkpoints={checkpoints} {...(editing ? { onOpen: setOpen } : {})} />
          )
        }
      </WhenLoaded>
      <AddStaff open={open === 'new'} checkpoints={checkpoints} onClose={close} onSaved={saved} />
      <ChangeStaff
        staff={open === 'new' ? undefined : open}
        checkpoints={checkpoints}
        onClose={close}
        onSaved={saved}
      />
    </>
  )
}
