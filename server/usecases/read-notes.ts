import type * as z from 'zod/mini'
import type { warning } from '../../schema/api/common.ts'
import { Fault } from '../../shared/fault.ts'
import { notes } from '../../shared/identity/notes.ts'
import type { Reading } from '../../shared/identity/reading.ts'

export type Warning = z.infer<typeof warning>

/** The normalised value; its warnings are added to `warnings`. @throws Fault bad-input with the note's own code and the path */
export function must(reading: Reading<string>, path: string, warnings: Warning[] = []): string {
  if (!reading.ok) {
    const { code, zh } = notes[reading.code]
    throw new Fault('bad-input', code, zh, { path })
  }
  for (const key of reading.warnings) warnings.push({ code: notes[key].code, message: notes[key].zh, path })
  return reading.value
}
