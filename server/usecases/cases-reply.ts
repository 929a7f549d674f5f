import type { CaseDeed } from '../../shared/cases/events.ts'
import { mayMove } from '../../shared/cases/moves.ts'
import { readOpinion } from '../../shared/notices/reply.ts'
import type { Deps } from '../deps.ts'
import { openWords } from './cases-view.ts'
import { caseDone } from './cases-move.ts'
import { loadCase } from './cases-load.ts'

const longest = 500

/**
 * What a reporter answered to the SMS with the reply 「满意请回1，不满意请回2」. Other words are added to the case. The gateway tells the
 * same reply again where it heard no answer: then nothing is left to be done.
 */
export async function answerCaseBySms(deps: Deps, id: string, text: string): Promise<void> {
  const loaded = await loadCase(deps, id)
  const common = { at: deps.now(), by: { role: 'driver', id: null } } as const
  const opinion = readOpinion(text)
  const words = text.trim().slice(0, longest)
  const deed: CaseDeed =
    opinion === undefined ? { ...common, move: 'more' } : { ...common, move: 'answer', result: opinion }
  if (!mayMove(loaded.file, deed.move, 'driver')) return
  if (opinion !== undefined) return void (await caseDone(deps, loaded, [{ deed }]))
  const last = loaded.events.at(-1)
  const isSame = last?.move === 'more' && (await openWords(deps, last.text_sealed)) === words
  if (words !== '' && !isSame) await caseDone(deps, loaded, [{ deed, words }])
}
