import type { Rejudged } from '../../shared/appeals/correction.ts'
import { colourOf } from '../../shared/codes/ledger.ts'
import type { OpenReason } from '../../shared/codes/ledger.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import { instant } from '../../shared/instant.ts'
import {
  appealCleared,
  appealOverdue,
  appealReferred,
  appealUpheld,
  appealWaits,
  correctionForOffices,
  newAppeal,
  referralCase,
  verdictCorrected,
} from '../../shared/wording/appeals.ts'
import type { About } from '../../shared/wording/appeals.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import type { Deps } from '../deps.ts'
import type { AppealRow } from '../store/appeals.ts'
import type { Write } from '../store/db.ts'
import type { Listed } from '../store/inspections.ts'
import { caseNumberOf, regionInWords, sayingOf } from './appeals-names.ts'
import { ledgersOf } from './code-ledger.ts'
import { tell } from './tell.ts'
import type { Ear } from './tell.ts'

const article = 'jiaozuo-20#15'
const screen = (audience: Ear['audience'], ref: string | null = null): Ear => ({ audience, ref, channel: 'screen' })

const aboutOf = ({ plate, kind, reason, said }: AppealRow): About => ({ plate, kind, reason, said: sayingOf(said) })

/** Who decides: of a verdict the head of that checkpoint, of a red the epidemic office, else the appeal officer. */
function deciders({ kind, reason, checkpoint_id: checkpoint }: AppealRow): readonly Ear[] {
  if (kind === 'verdict') return [screen('checkpoint', checkpoint)]
  return reason?.startsWith('R') ? [screen('appeal-officer'), screen('epidemic')] : [screen('appeal-officer')]
}

export function tellNewAppeal(deps: Deps, appeal: AppealRow): readonly Write[] {
  const words = newAppeal(aboutOf(appeal), deps.law.numbersAt(deps.now()).appealTarget)
  return tell(deps, { kind: 'appeal-new', about: appeal.id, words, urgent: false, article }, deciders(appeal))
}

export function tellWaiting(deps: Deps, appeal: AppealRow): readonly Write[] {
  const { appealTarget } = deps.law.numbersAt(instant(appeal.submitted_at))
  const words = appealWaits(aboutOf(appeal), appealTarget)
  return tell(deps, { kind: 'appeal-waits', about: appeal.id, words, urgent: false, article }, deciders(appeal))
}

/** The hard alert: those who should have decided, and those who watch them. */
export function tellOverdueAppeal(deps: Deps, appeal: AppealRow): readonly Write[] {
  const { appealAlert } = deps.law.numbersAt(instant(appeal.submitted_at))
  const words = appealOverdue(aboutOf(appeal), appealAlert)
  const ears = [
    ...deciders(appeal),
    screen('supervisor'),
    ...(appeal.kind === 'verdict' ? [screen('appeal-officer')] : []),
  ]
  return tell(deps, { kind: 'appeal-overdue', about: appeal.id, words, urgent: true, article }, ears)
}

/** On his page and by SMS. */
function tellDriver(deps: Deps, { id, trip_id: trip }: AppealRow, kind: string, words: Bilingual): readonly Write[] {
  if (trip === null) return []
  const ears: Ear[] = (['screen', 'sms'] as const).map((channel) => ({ audience: 'driver', ref: trip, channel }))
  return tell(deps, { kind, about: id, words, urgent: false, article }, ears)
}

/** What the person has once these reasons have gone. */
export async function leftWithout(
  deps: Deps,
  persons: readonly string[],
  gone: (open: OpenReason) => boolean,
): Promise<'yellow' | 'red' | null> {
  const ledgers = await ledgersOf(deps, persons)
  const left = [...ledgers.values()].flatMap(({ open }) => open.filter((one) => !gone(one)))
  const colour = colourOf(left, false)
  return colour === 'yellow' || colour === 'red' ? colour : null
}

export async function tellCleared(deps: Deps, appeal: AppealRow, automatic: boolean): Promise<readonly Write[]> {
  const persons = appeal.person_tag === null ? [] : [appeal.person_tag]
  const still = await leftWithout(deps, persons, ({ opening }) => opening === appeal.opening)
  return tellDriver(deps, appeal, 'appeal-cleared', appealCleared(appeal, automatic, still))
}

export const tellUpheld = (deps: Deps, appeal: AppealRow): readonly Write[] =>
  tellDriver(deps, appeal, 'appeal-upheld', appealUpheld(appeal.plate))

/** The driver, and a line of a case for the hotline. */
export function tellReferred(deps: Deps, appeal: AppealRow, region: string): readonly Write[] {
  const [name, caseNumber] = [regionInWords(region), caseNumberOf(appeal.id)]
  const words = referralCase({
    plate: appeal.plate,
    region: name,
    caseNumber,
    colour: appeal.colour,
    said: sayingOf(appeal.said),
  })
  return [
    ...tellDriver(deps, appeal, 'appeal-referred', appealReferred(name, caseNumber)),
    ...tell(deps, { kind: 'appeal-case', about: appeal.id, words, urgent: false, article }, [screen('dispatcher')]),
  ]
}

type Back = { readonly withdrawn: boolean; readonly still: 'yellow' | 'red' | null }

/** The driver of the truck, and those who see every correction. */
export function tellCorrected(deps: Deps, row: Listed, { before, after }: Rejudged, back: Back): readonly Write[] {
  const { id, plate, trip_id: trip, checkpoint_name: checkpoint } = row
  const news = { kind: 'verdict-corrected', about: id, urgent: false, article } as const
  const driver: Ear[] =
    trip === null ? [] : (['screen', 'sms'] as const).map((channel) => ({ audience: 'driver', ref: trip, channel }))
  const put = { plate, checkpoint, from: headlines[before.row], to: headlines[after.row] }
  return [
    ...tell(deps, { ...news, words: verdictCorrected(headlines[after.row], back.withdrawn, back.still) }, driver),
    ...tell(deps, { ...news, words: correctionForOffices(put) }, [screen('supervisor')]),
  ]
}
