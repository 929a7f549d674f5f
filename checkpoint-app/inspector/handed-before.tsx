import { showPlate } from '../../shared/identity/plate.ts'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { equipment } from '../../shared/shifts/kinds.ts'
import type { ShiftNews } from '../device/server.ts'
import { Button } from '../ui/button.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { shiftHere } from './own-shift.ts'
import { useShiftWords, type ShiftWords } from './shift-words.ts'

type Handed = ShiftNews['handovers'][number]

/** What the shift before left: notes, trucks that wait, queue, equipment; read, it is noted once. `heard`: the server answered just now. */
export function HandedBefore({ heard }: { heard: boolean | undefined }) {
  const words = useShiftWords()
  const { news } = shiftHere(usePhone())
  const all = news?.handovers ?? []
  const [first, ...more] = all
  return (
    <section className="stack-tight handed" aria-label={words.before}>
      <h3>{words.before}</h3>
      {heard === false && <p className="quiet">{news === undefined ? words.beforeOffline : words.beforeOld}</p>}
      {heard === undefined && news === undefined && <p className="quiet">{words.beforeLoading}</p>}
      {news !== undefined && first === undefined && <p className="quiet">{words.beforeNone}</p>}
      {first && [first, ...more.slice(0, 2)].map((one) => <HandedOne key={one.shift} handed={one} />)}
    </section>
  )
}

function HandedOne({ handed }: { handed: Handed }) {
  const words = useShiftWords()
  const { phone } = useBooth()
  const { read } = shiftHere(usePhone())
  const at = parseInstant(handed.at)
  const lane = handed.lane === null ? '' : words.laneNumber(handed.lane)
  return (
    <article className="handed-one">
      <p className="quiet small">{words.beforeFrom(handed.inspector, lane, at === undefined ? '' : shortTime(at))}</p>
      <ul>
        {linesOf(handed, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {handed.seenBy !== null ? (
        <p className="quiet small">✔ {words.seenBy(handed.seenBy)}</p>
      ) : read.includes(handed.shift) ? (
        <p className="quiet small">{words.seenHere}</p>
      ) : (
        <Button wide onClick={() => void phone.shifts.read(handed.shift)}>
          {words.seen}
        </Button>
      )}
    </article>
  )
}

/** Only what there is to say. */
export function linesOf(handed: Omit<Handed, 'shift' | 'at' | 'inspector' | 'lane' | 'seenBy'>, words: ShiftWords) {
  const { notes, waiting, queueMetres } = handed
  const plates = waiting.map(({ plate }) => showPlate(plate)).join('、')
  const wrong = equipment.flatMap((thing) => {
    const state = handed.equipment[thing]
    return state === undefined || state === 'ok' ? [] : [`${words.things[thing]}${words.states[state]}`]
  })
  return [
    ...notes.map(({ kind, text }) => `${words.noteKinds[kind]}：${text}`),
    ...(waiting.length === 0 ? [] : [`${words.waiting(waiting.length)}：${plates}`]),
    ...(queueMetres === null
      ? []
      : [`${words.queue}：${queueMetres === 0 ? words.queueNone : words.queueMetres(queueMetres)}`]),
    wrong.length === 0 ? `${words.equipment}：${words.equipmentOk}` : `${words.equipment}：▲ ${wrong.join('、')}`,
  ]
}
