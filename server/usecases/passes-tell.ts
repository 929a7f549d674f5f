import { passDecided, passIsLate, passWaits } from '../../shared/wording/passes.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import type { ApplicationRow } from '../store/pass-applications.ts'
import { tell } from './tell.ts'

const article = 'jiaozuo-20#8'
/** Kind of the message that a late application is known by. */
export const latePass = 'pass-late'

export const tellWaitingPass = (deps: Deps, { id, plate }: ApplicationRow): readonly Write[] =>
  tell(deps, { kind: 'pass-waits', about: id, words: passWaits(plate), urgent: false, article }, [
    { audience: 'pass-officer', ref: null, channel: 'screen' },
  ])

export const tellLatePass = (deps: Deps, { id, plate }: ApplicationRow): readonly Write[] =>
  tell(deps, { kind: latePass, about: id, words: passIsLate(plate), urgent: true, article }, [
    { audience: 'command', ref: null, channel: 'screen' },
    { audience: 'pass-officer', ref: null, channel: 'screen' },
  ])

/** A company asks by its key; a driver is told on his page. */
export const tellDecidedPass = (deps: Deps, row: ApplicationRow, issued: boolean): readonly Write[] =>
  row.trip_id === null
    ? []
    : tell(deps, { kind: 'pass-decided', about: row.id, words: passDecided(issued), urgent: false, article }, [
        { audience: 'driver', ref: row.trip_id, channel: 'screen' },
      ])
