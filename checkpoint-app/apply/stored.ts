import { applicationAnswer } from '../../schema/api/passes.ts'
import { keyGoods } from '../../shared/passes/departments.ts'
import { keep, kept, type Shelf } from '../ui/kept.ts'
import { understood } from '../ui/understood.ts'
import { emptyDraft, type CrewTyped, type Draft, type Outcome } from './form.ts'

/** An application of this device, with the key that opens it again. */
export type Kept = {
  id: string
  key: string
  /** '' where it came by a link, until the pass says it. */
  plate: string
  crew: readonly string[]
  outcome: Outcome | null
}

/** A form on its way: until its answer came, the same form goes under the same id, also after the page was closed. */
export type Sent = { id: string; as: string }

export type ApplyState = { applications: readonly Kept[]; draft: Draft; sent: Sent | null }

const most = 50

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

function application(value: unknown): readonly Kept[] {
  if (!isRecord(value)) return []
  const { id, key, plate, crew, outcome } = value
  if (typeof id !== 'string' || typeof key !== 'string' || typeof plate !== 'string') return []
  return [{ id, key, plate, crew: texts(crew), outcome: understood(applicationAnswer, outcome) ?? null }]
}

const isTyped = (value: unknown): value is CrewTyped =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['idTail'] === 'string'

const isSent = (value: unknown): value is Sent =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['as'] === 'string'

/** What an older page kept is taken as far as it is understood. */
function draft(value: unknown): Draft {
  if (!isRecord(value)) return emptyDraft
  const typed = (name: string) => (typeof value[name] === 'string' ? value[name] : '')
  const crew = Array.isArray(value['crew']) ? value['crew'].filter(isTyped) : []
  return {
    applicant: value['applicant'] === 'shipper' ? 'shipper' : 'consignee',
    company: typed('company'),
    companyCode: typed('companyCode'),
    contact: typed('contact'),
    phone: typed('phone'),
    plate: typed('plate'),
    from: typed('from'),
    to: typed('to'),
    cargo: keyGoods.find((code) => code === value['cargo']) ?? '',
    cargoName: typed('cargoName'),
    crew: crew.length > 0 ? crew : emptyDraft.crew,
    // Promised anew each time.
    commitment: false,
  }
}

export function load(from?: Shelf): ApplyState {
  const read = (name: string) => kept(`apply.${name}`, ...(from ? [from] : []))
  const [list, sent] = [read('applications'), read('sent')]
  return {
    applications: (Array.isArray(list) ? list : []).flatMap(application),
    draft: draft(read('draft')),
    sent: isSent(sent) ? sent : null,
  }
}

/** `false` when this browser keeps nothing; the page then says so. */
export function save({ applications, draft: typed, sent }: ApplyState, to?: Shelf): boolean {
  const write = (name: string, value: unknown) => keep(`apply.${name}`, value, ...(to ? [to] : []))
  const nothing = JSON.stringify({ ...typed, commitment: false }) === JSON.stringify(emptyDraft)
  return [
    write('applications', applications.length === 0 ? undefined : applications),
    write('draft', nothing ? undefined : typed),
    write('sent', sent ?? undefined),
  ].every(Boolean)
}

/** The newest first; the same one only once, with what is known of it already. */
export function withApplication(
  state: ApplyState,
  { id, ...more }: Partial<Kept> & Pick<Kept, 'id' | 'key'>,
): ApplyState {
  const before = state.applications.find((one) => one.id === id)
  const now = { plate: '', crew: [], outcome: null, ...before, ...more, id }
  const others = state.applications.filter((one) => one.id !== id)
  return { ...state, applications: [now, ...others].slice(0, most) }
}

/** A pass that took another's place leaves one line, not two. */
export const withReissue = (state: ApplyState, old: string | undefined, { pass }: Outcome): ApplyState =>
  old === undefined || pass === null ? state : withoutApplication(state, old)

export const withOutcome = (state: ApplyState, id: string, outcome: Outcome): ApplyState => ({
  ...state,
  applications: state.applications.map((one) => (one.id === id ? { ...one, outcome } : one)),
})

export const withoutApplication = (state: ApplyState, id: string): ApplyState => ({
  ...state,
  applications: state.applications.filter((one) => one.id !== id),
})
