import { parseInstant } from '../../../shared/instant.ts'
import { codeWordings } from '../../../shared/wording/codes.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Shape, type Tone } from '../../ui/state-mark.tsx'
import { addressOf } from '../address.ts'
import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import { wordFor, type PersonAnswer } from './person.ts'
import { useActorName } from './reason-card.tsx'
import { usePeopleWords, type PeopleWords } from './words.ts'

type Happening = PersonAnswer['story'][number]
type StoryWords = PeopleWords['story']

/** One event in one line. */
function lineOf({ kind, what }: Happening, words: StoryWords, ways: PeopleWords['close']['ways']): string {
  const { signed, withdrawn, arrived, left, registered } = words
  if (kind === 'opened' || kind === 'proposed') return words[kind](what ?? '')
  if (kind === 'closed') return words.closed(wordFor(ways, what) ?? '')
  if (kind === 'tested') return wordFor(words.tested, what) ?? ''
  if (kind === 'appeal-decided') return wordFor(words['appeal-decided'], what) ?? ''
  const plain = { signed, withdrawn, arrived, left, registered, 'trip-ended': words['trip-ended'] }
  return wordFor(plain, kind) ?? kind
}

function toneOf({ kind, what, refused }: Happening): Tone {
  if (refused !== null) return 'void'
  if (kind === 'opened') return 'care'
  if (kind === 'proposed' || kind === 'signed') return 'stop'
  if (kind === 'tested') return what === 'negative' ? 'go' : what === 'positive' ? 'stop' : 'void'
  if (kind === 'closed' || kind === 'appeal-decided' || kind === 'left') return 'go'
  return 'act'
}

function Line({ one }: { one: Happening }) {
  const words = usePeopleWords()
  const nameOf = useActorName()
  const { refusal } = codeWordings[useChosenLanguage()]
  const why = wordFor(refusal, one.refused)
  const source = wordFor(words.story.sources, one.source)
  return (
    <li>
      <Shape tone={toneOf(one)} size={18} />
      <div>
        <p>
          <span className="time">{shortIso(one.at)}</span> <strong>{lineOf(one, words.story, words.close.ways)}</strong>
        </p>
        <p className="quiet small">
          {one.by.name ? nameOf(one.by) : source}
          {one.sampledAt && `　${words.story.sampled(shortIso(one.sampledAt))}`}
          {one.reportedAt && `　${words.story.reported(shortIso(one.reportedAt))}`}
          {one.inspection && (
            <>
              {'　'}
              <a href={addressOf('inspections', one.inspection)}>{words.reason.seeInspection} ➜</a>
            </>
          )}
        </p>
        {why && <p className="small">{words.story.refused(why)}</p>}
      </div>
    </li>
  )
}

/** Everything that happened, newest first. */
export function Story({ answer: { story } }: { answer: PersonAnswer }) {
  const { sheet: words } = usePeopleWords()
  if (story.length === 0) return null
  return (
    <section className="stack-tight" aria-label={words.story}>
      <h3>{words.story}</h3>
      <ol className="story">
        {story.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ol>
    </section>
  )
}

/** What time will bring if nothing else happens. */
export function Coming({ coming }: { coming: PersonAnswer['coming'] }) {
  const { sheet: words } = usePeopleWords()
  const language = useChosenLanguage()
  if (coming.length === 0) return null
  return (
    <section className="stack-tight" aria-label={words.coming}>
      <h3>{words.coming}</h3>
      <p className="quiet small">{words.comingLead}</p>
      <ol className="story">
        {coming.map((one) => {
          const at = parseInstant(one.at)
          return (
            <li key={`${one.timer}${one.at}${one.action}`}>
              <Shape tone="act" size={18} />
              <div>
                <p>
                  <span className="time">{shortIso(one.at)}</span> <strong>{one[language]}</strong>
                </p>
                <p className="quiet small">{at !== undefined && <Countdown until={at} />}</p>
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

export function Messages({ messages }: { messages: PersonAnswer['messages'] }) {
  const words = usePeopleWords()
  const language = useChosenLanguage()
  return (
    <section className="stack-tight" aria-label={words.sheet.messages}>
      <h3>{words.sheet.messages}</h3>
      {messages.length === 0 && <p className="quiet">{words.sheet.noMessages}</p>}
      <ul className="messages-told">
        {messages.map((one) => (
          <li key={`${one.at}${one.audience}${one.channel}${one.zh}`}>
            <p className="quiet small">
              {shortIso(one.at)}　{wordFor(words.audiences, one.audience) ?? one.audience}　
              {words.channels[one.channel]}
              {one.channel === 'sms' &&
                `　${one.sentAt ? words.sheet.sent(shortIso(one.sentAt)) : words.sheet.notSent}`}
            </p>
            <p>{one[language]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
