import { exportTrace } from '../../../schema/api/codes.ts'
import { tracePurposes, type TracePurpose } from '../../../shared/codes/purposes.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import { beijingIso, day, minute, plus } from '../../../shared/instant.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { useToast } from '../../ui/toast.tsx'
import { Form } from '../form.tsx'
import { headlineOf } from '../inspections/headline.ts'
import { fileName, saveTable } from '../ledger/save-table.ts'
import { useSession } from '../session.tsx'
import { useForm } from '../use-form.ts'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { isPaper, type PersonRow } from './person.ts'
import { Step } from './step.tsx'
import { traceCsv, type Passages } from './trace-csv.ts'
import { usePeopleWords } from './words.ts'

const windows = ['3', '7', '14', '31'] as const
/** `of`: a plate, or '' for the person. */
type Filled = { of: string; days: (typeof windows)[number]; purpose: TracePurpose; paper: string }

function useSaving() {
  const words = usePeopleWords()
  const language = useChosenLanguage()
  const say = useToast()
  return ({ passages, cut }: { passages: Passages; cut: boolean }) => {
    const { trace } = words
    if (passages.length > 0) {
      const text = traceCsv(passages, { ...words, headline: (row) => headlineOf(row, language) })
      saveTable(fileName(trace.fileName), text)
    }
    say(cut ? trace.cut : passages.length > 0 ? trace.done(passages.length) : trace.none)
  }
}

function useTracing(row: PersonRow, onClose: () => void) {
  const { trace: words } = usePeopleWords()
  const { ask } = useSession()
  const save = useSaving()
  const start: Filled = { of: '', days: '14', purpose: 'positive-case', paper: '' }
  return useForm({
    start,
    check: ({ paper }) => (isPaper(paper) ? {} : { paper: words.paperNeeded }),
    send: ({ of, days, purpose, paper }) => {
      const until = plus(serverNow(), minute)
      const from = plus(until, -Number(days) * day)
      const whose = of === '' ? { person: row.person } : { plate: of }
      return ask(exportTrace, {
        body: { of: whose, from: beijingIso(from), until: beijingIso(until), purpose, paper: paper.trim() },
      })
    },
    done: (answer) => {
      save(answer)
      onClose()
    },
  })
}

function Tracing({ row, onClose }: { row: PersonRow; onClose: () => void }) {
  const { trace: words, purposes } = usePeopleWords()
  const { cancel } = useOfficeWords()
  const { form, set, errors, ...rest } = useTracing(row, onClose)
  const plates = row.plates.map((value) => ({ value, label: words.ofPlate(showPlate(value)) }))
  return (
    <Form
      submitLabel={words.submit}
      errors={errors}
      {...rest}
      onSubmit={rest.submit}
      more={
        <Button kind="ghost" compact onClick={onClose}>
          {cancel}
        </Button>
      }
    >
      <h3>{words.do}</h3>
      <p>{words.lead}</p>
      <Select
        label={words.of}
        options={[{ value: '', label: words.ofPerson }, ...plates]}
        value={form.of}
        onChange={(of) => set({ of })}
      />
      <Select
        label={words.days}
        options={windows.map((value) => ({ value, label: words.daysBack(Number(value)) }))}
        value={form.days}
        onChange={(days) => set({ days })}
      />
      <Select
        label={words.purpose}
        options={tracePurposes.map((value) => ({ value, label: purposes[value] }))}
        value={form.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <Field
        label={words.paper}
        error={errors['paper']}
        value={form.paper}
        maxLength={40}
        onChange={(event) => set({ paper: event.currentTarget.value })}
      />
    </Form>
  )
}

/** 流调轨迹 as a file, under a case number, for a listed purpose. */
export function ExportTrace({ row }: { row: PersonRow }) {
  const { trace: words } = usePeopleWords()
  return (
    <section className="stack screen-only" aria-label={words.do}>
      <Step label={words.do}>{(onClose) => <Tracing row={row} onClose={onClose} />}</Step>
    </section>
  )
}
