import type { PersonHere } from '../device/known-here.ts'
import type { InspectorWords } from './words.zh.ts'

/** 张* 0015, or what he does on board where nothing is known of him. */
export function personName({ mark, role }: PersonHere, index: number, words: InspectorWords): string {
  if (mark.surname !== '') return `${mark.surname}* ${mark.idTail}`.trim()
  return words.personUnnamed(role === 'driver' ? words.driver : words.escort, role === 'driver' ? 0 : index)
}
