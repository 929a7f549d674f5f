import { parseInstant } from '../../shared/instant.ts'
import type { CodePaper } from '../ports/paper.ts'
import { maskName } from '../../shared/identity/name.ts'
import { Fault } from '../../shared/fault.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../http/who-is-asking.ts'
import { issueFreightCode } from './freight-code.ts'
import type { CodeView } from './freight-code.ts'
import { loadTrip } from './load-trip.ts'
import { needDriver } from './may.ts'
import { needPaper, phonesOnPaper, regionInShort } from './print.ts'
import type { Printed } from './print.ts'
import { showTripNumber } from './trip-number.ts'
import { hasEnded } from './trip-view.ts'

const states: Readonly<Record<CodeView['state'], CodePaper['state']>> = {
  green: { word: '绿码', tone: 'go' },
  yellow: { word: '黄码', tone: 'care' },
  red: { word: '红码', tone: 'stop' },
  grey: { word: '需现场核验', tone: 'void' },
}

/** The freight code of this moment for paper, where no stamp can be (R56, R61). @throws Fault PP-01, conflict PP-02 */
export async function printCode(
  deps: Deps,
  asker: Asker,
  { id, size }: { id: string; size: 'a4' | 'slip' },
): Promise<Printed> {
  needDriver(asker, id)
  const paper = needPaper(deps)
  const { trip, crew } = await loadTrip(deps, id)
  const code = await issueFreightCode(deps, trip, crew)
  if (code.qr === null && !hasEnded(trip, deps.now()))
    throw new Fault('unavailable', 'KE-05', 'no key is at hand to sign a new code')
  if (code.qr === null) throw new Fault('conflict', 'PP-02', 'the trip has ended: there is no code to print')
  const sheet: CodePaper = {
    number: showTripNumber(trip.number),
    plate: trip.plate,
    state: states[code.state],
    from: regionInShort(trip.from_region),
    to: regionInShort(trip.to_region),
    crew: crew.map(({ name }) => maskName(name)),
    issuedAt: parseInstant(code.issuedAt)!,
    expiresAt: parseInstant(code.expiresAt)!,
    phone: await phonesOnPaper(deps),
    code: code.qr,
  }
  const bytes = await (size === 'slip' ? paper.codeSlip(sheet) : paper.codeSheet(sheet))
  return { bytes, name: `货畅码-${trip.number}.pdf`, plainName: `freight-code-${trip.number}.pdf` }
}
