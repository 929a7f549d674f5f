import type { Audience } from '../../schema/tables.ts'
import type { ClauseRef } from '../../shared/policy/documents.ts'
import type { Bilingual } from '../../shared/policy/documents.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../store/db.ts'
import { addMessage } from '../store/messages.ts'
import type { MessageRow } from '../store/messages.ts'
import { everyCheckpoint } from '../store/checkpoints.ts'
import { newId } from './new-id.ts'

/** `ref`: of a driver or a company, the trip; of a checkpoint, its id; null = everybody of that audience. */
export type Ear = { audience: Audience; ref: string | null; channel: 'screen' | 'sms' }
/** Each checkpoint that is open, of one county or of all: its head and its booths find only what is sent to themselves. */
export async function everyBooth(deps: Pick<Deps, 'db'>, county?: string): Promise<readonly Ear[]> {
  const open = (await deps.db.all(everyCheckpoint())).filter(({ active }) => active === 1)
  const there = open.filter((one) => county === undefined || one.county === county)
  return there.map(({ id }) => ({ audience: 'checkpoint', ref: id, channel: 'screen' }))
}

/** `about`: the record it is about; with `kind` and the ear it makes a message the same one when it is told again. */
export type News = {
  kind: string
  about: string
  words: Bilingual
  urgent: boolean
  article?: ClauseRef
  /** Whose it is: a county, a city, a province; left out: everybody's of that audience. */
  area?: string
}

/** Never a name or a number of a person in the words; a plate is as far as it goes. */
export const tell = (deps: Pick<Deps, 'now' | 'random'>, news: News, ears: readonly Ear[]): readonly Write[] =>
  messagesOf(deps, news, ears).map(addMessage)

/** As they would be written. */
export const messagesOf = (
  deps: Pick<Deps, 'now' | 'random'>,
  news: News,
  ears: readonly Ear[],
): readonly MessageRow[] =>
  ears.map(({ audience, ref, channel }) => ({
    id: newId(deps),
    dedupe: [news.kind, news.about, audience, ref ?? '', channel].join('/'),
    at: deps.now(),
    kind: news.kind,
    audience,
    ref,
    channel,
    urgent: news.urgent ? 1 : 0,
    ...news.words,
    article: news.article ?? null,
    subject: news.about,
    area: news.area ?? null,
    sent_at: null,
    seen_at: null,
    seen_by: null,
  }))
