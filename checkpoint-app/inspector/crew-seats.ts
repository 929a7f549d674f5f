import type { Role } from '../../shared/facts.ts'
import { isSamePerson, type Mark, type PersonHere } from '../device/known-here.ts'
import type { PlateView } from '../device/server.ts'

export type Comer = { readonly role: Role; readonly mark: Mark; readonly online?: PlateView['crew'][number] }

export const stranger = (key: number, role: Role): PersonHere => ({
  key,
  role,
  mark: { surname: '', idTail: '' },
  answers: {},
})

const isStranger = ({ mark }: PersonHere) => mark.surname === ''
const hasAnswers = ({ answers }: PersonHere) => Object.keys(answers).length > 0

const nextKey = (crew: readonly PersonHere[]) => Math.max(-1, ...crew.map(({ key }) => key)) + 1

/** Who already sits there: the same person, else whoever was entered without a name in that place. */
function seatOf(crew: readonly PersonHere[], comer: Comer, place: number): PersonHere | undefined {
  const same = crew.find(({ mark }) => isSamePerson(mark, comer.mark))
  const atPlace = crew[place]
  return same ?? (atPlace !== undefined && isStranger(atPlace) ? atPlace : undefined)
}

/**
 * Names the people on board from a registration or a code. What the inspector has answered of somebody stays with him; a
 * person he entered himself stays on board.
 */
export function seatCrew(crew: readonly PersonHere[], comers: readonly Comer[]): PersonHere[] {
  let key = nextKey(crew)
  const taken = new Set<PersonHere>()
  const named = comers.map((comer, place): PersonHere => {
    const seat = seatOf(crew, comer, place)
    if (seat !== undefined) taken.add(seat)
    return { ...(seat ?? stranger(key++, comer.role)), ...comer }
  })
  return [...named, ...crew.filter((person) => !taken.has(person) && (person.added === true || hasAnswers(person)))]
}

/** Another truck: the people who answered stay, what a registration or a code said of them does not. */
export function asStrangers(crew: readonly PersonHere[]): readonly PersonHere[] {
  const known = crew.filter(hasAnswers).map(({ key, role, answers }) => ({ ...stranger(key, role), answers }))
  return known.length > 0 ? known : [stranger(nextKey(crew), 'driver')]
}

export const addPerson = (crew: readonly PersonHere[]): PersonHere[] => [
  ...crew,
  { ...stranger(nextKey(crew), 'escort'), added: true },
]

/** Nobody left would be no truck: the last one stays. */
export const removePerson = (crew: readonly PersonHere[], index: number): readonly PersonHere[] =>
  crew.length < 2 ? crew : crew.filter((_, place) => place !== index)
