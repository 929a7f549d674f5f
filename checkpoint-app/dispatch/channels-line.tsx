import { useCallback, useState } from 'react'
import { listChannels } from '../../schema/api/dispatch-channels.ts'
import type { AnswerOf } from '../../schema/api/endpoint.ts'
import { regionName } from '../../shared/identity/region.ts'
import { useSession } from '../office/session.tsx'
import { useLoad } from '../office/use-load.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { clock } from './board-row.tsx'
import { useReload } from './use-reload.ts'
import { useDispatchWords, type DispatchWords } from './words.ts'

type Channel = AnswerOf<typeof listChannels>['items'][number]

const nameOf = ({ channel, county }: Channel, words: DispatchWords): string =>
  `${words.channelKinds[channel]}${county === null ? '' : ` ${regionName(county) ?? county}`}`

/** Channels over which nobody can be told just now: a dead one looks like silence, so it is said aloud. */
export function ChannelsLine() {
  const words = useDispatchWords()
  const { ask } = useSession()
  const [open, setOpen] = useState(false)
  const { value, reload } = useLoad(useCallback(() => ask(listChannels, {}), [ask]))
  useReload('', reload)
  const dead = value?.items.filter(({ state }) => state === 'dead') ?? []
  if (dead.length === 0) return null
  return (
    <>
      <Button compact kind="danger" onClick={() => setOpen(true)}>
        {words.deadChannels(dead.length)}
      </Button>
      <Sheet open={open} title={words.channels} onClose={() => setOpen(false)} side>
        <p>{words.channelsDo}</p>
        <ul className="stack-tight">
          {dead.map((one) => (
            <li key={`${one.channel}${one.county}`}>
              <strong>{nameOf(one, words)}</strong>{' '}
              {one.since !== null && words.channelSince(`${one.since.slice(5, 10)} ${clock(one.since)}`)}
              {one.lastError !== null && <span className="quiet"> {one.lastError.code}</span>}
              {one.waiting > 0 && <span className="quiet"> · {words.channelWaiting(one.waiting)}</span>}
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}
