import { useState } from 'react'
import { endOverlay } from '../../../schema/api/editions.ts'
import { captionOf, testClockBasis } from '../../../shared/policy/overlay-settings.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage, type Language } from '../../ui/language.tsx'
import { useRegions } from '../../ui/use-regions.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Ledger, type Column } from '../ledger/ledger.tsx'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { Confirm } from './confirm.tsx'
import { useReload } from './reload.tsx'
import type { OverlayLine } from './standing.ts'
import { useEditionWords, type EditionWords } from './words.ts'

/** 核酸阴性有效期（小时） 72 */
function settingsInWords(settings: OverlayLine['settings'], language: Language): string {
  return Object.entries(settings)
    .map(([name, value]) => {
      const word = value === 'report' || value === 'sample' ? testClockBasis.values[value][language] : value
      return typeof value === 'boolean' ? captionOf(name)[language] : `${captionOf(name)[language]} ${word}`
    })
    .join(language === 'zh' ? '；' : '; ')
}

export function usePlaceNames(): (overlay: Pick<OverlayLine, 'level' | 'place'>) => string {
  const words = useEditionWords()
  const checkpoints = useCheckpoints().value?.items ?? []
  const regions = useRegions()
  return ({ level, place }) =>
    level === 'county'
      ? (regions?.regionName(place) ?? words.overlay.county(place))
      : (checkpoints.find(({ id }) => id === place)?.name ?? place)
}

function End({ overlay }: { overlay: OverlayLine }) {
  const { overlay: words } = useEditionWords()
  const say = useToast()
  const reload = useReload()
  const { ask } = useSession()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Button kind="ghost" compact onClick={() => setOpen(true)}>
        {words.end}
      </Button>
      <Confirm
        open={open}
        title={words.endTitle}
        label={words.end}
        kind="danger"
        waits={reason.trim().length < 4}
        send={() => ask(endOverlay, { params: { id: overlay.id }, body: { reason } })}
        onClose={() => setOpen(false)}
        onDone={() => {
          setOpen(false)
          say(words.ended)
          void reload()
        }}
      >
        <p>{words.endSays}</p>
        <Field
          label={words.endReason}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </>
  )
}

type Shown = { words: EditionWords; language: Language; nameOf: (overlay: OverlayLine) => string; mayEnd: boolean }

const columnsOf = ({ words, language, nameOf, mayEnd }: Shown): readonly Column<OverlayLine>[] => [
  { title: words.place, cell: (overlay) => <span className="one-word">{nameOf(overlay)}</span> },
  { title: words.settings, cell: ({ settings }) => settingsInWords(settings, language) },
  { title: words.proof, cell: ({ points }) => words.points(points.toLocaleString('en')), wide: true },
  {
    title: words.state,
    cell: ({ state, from, endedAt, endReason }) => (
      <>
        <span className="one-word">
          <StateMark size="small" tone={state === 'in-force' ? 'go' : 'void'} word={words.stateWords[state]} />
        </span>
        <span className="quiet small unit">
          {endedAt === null ? words.from(shortIso(from)) : `${shortIso(endedAt)} ${endReason ?? ''}`}
        </span>
      </>
    ),
  },
  {
    title: words.deed,
    cell: (overlay) =>
      mayEnd && overlay.state === 'in-force' ? (
        <span className="one-word">
          <End overlay={overlay} />
        </span>
      ) : null,
  },
]

/** Settings of counties and checkpoints, with how they were proved. */
export function OverlaysTable({ overlays }: { overlays: readonly OverlayLine[] }) {
  const words = useEditionWords()
  const { language } = useLanguage()
  const { role } = useStaff()
  const nameOf = usePlaceNames()
  return (
    <Ledger
      caption={words.overlays}
      unnumbered
      muted={({ state }) => state === 'ended'}
      columns={columnsOf({ words, language, nameOf, mayEnd: role === 'command' })}
      rows={overlays}
      rowKey={({ id }) => id}
    />
  )
}
