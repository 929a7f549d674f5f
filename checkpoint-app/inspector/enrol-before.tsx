import { Busy } from '../ui/busy.tsx'
import { useInspectorWords } from './use-words.ts'

/** What a phone that nobody is bound to says first: the head of the screen that comes with the rest, where it will stand. */
export function EnrolBefore({ released }: { released: boolean }) {
  const words = useInspectorWords()
  return (
    <main className="screen enrol">
      <EnrolHead released={released} />
      <Busy label={words.loading} />
    </main>
  )
}

export function EnrolHead({ released }: { released: boolean }) {
  const words = useInspectorWords()
  return (
    <>
      <h1>{released ? words.releasedTitle : words.enrolTitle}</h1>
      <p>{released ? words.releasedText : words.enrolText}</p>
    </>
  )
}
