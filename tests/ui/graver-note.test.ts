import { expect, it } from 'vitest'
import { graverNotes } from '../../checkpoint-app/ui/graver-note.ts'

it('while 「请更新应用」 stands, 「有新版本」 stays away, and comes back after it', () => {
  const notes = graverNotes()
  const heard: boolean[] = []
  const stop = notes.subscribe(() => heard.push(notes.isThere()))
  const gone = notes.stand()
  const goneToo = notes.stand()
  gone()
  expect(notes.isThere()).toBe(true)
  goneToo()
  stop()
  notes.stand()
  expect(heard).toEqual([true, true, true, false])
})
