import type { Call } from '../congestion/calls.ts'
import type { StepId } from '../congestion/incident-events.ts'
import type { CongestionNumbers } from '../congestion/numbers.ts'
import { beijing, type Instant } from '../instant.ts'
import type { Bilingual } from '../policy/documents.ts'
import { limitsOf, stepName } from './congestion-steps.ts'

export const articleOfStep: Readonly<Record<StepId, 'jiaozuo-20#19' | 'jiaozuo-20#16'>> = {
  L0: 'jiaozuo-20#19',
  L1: 'jiaozuo-20#19',
  L2: 'jiaozuo-20#19',
  L3: 'jiaozuo-20#19',
  LM: 'jiaozuo-20#16',
}

/** How it stands when something is told of it. */
export type Situation = {
  readonly checkpoint: string
  readonly county: string
  /** By the clock in force, whole minutes. */
  readonly minutes: number
  readonly metres: number | null
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly lastedMinutes: number
  readonly highest: StepId | null
  readonly late: boolean
  /** In force when it is told. */
  readonly numbers: CongestionNumbers
}

const two = (n: number) => String(n).padStart(2, '0')
export const clockTime = (at: Instant): string => `${two(beijing(at).hour)}:${two(beijing(at).minute)}`

/** 约450米, 1.2公里. */
export function lengthOf(metres: number): Bilingual {
  if (metres > 1000) return { zh: `${(metres / 1000).toFixed(1)}公里`, en: `${(metres / 1000).toFixed(1)} km` }
  const rounded = Math.round(metres / 10) * 10
  return { zh: `约${rounded}米`, en: `about ${rounded} m` }
}

const bare = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh.replace('约', ''), en: en.replace('about ', '') })

/** What one ear is told. A name of a person stands only in what goes to that person. */
export function wordsOfCall(call: Call, now: Situation): Bilingual {
  const words = plainWords(call, now)
  return now.late && call.step !== null ? { zh: `【补发】${words.zh}`, en: `[Late] ${words.en}` } : words
}

function plainWords(call: Call, now: Situation): Bilingual {
  const { checkpoint } = now
  const name = call.ear.kind === 'person' ? call.ear.person.name : ''
  const step = call.step === null ? null : stepName(call.step, limitsOf(now.numbers))
  switch (call.purpose) {
    case 'deputy':
      return {
        zh: `【拥堵·${step?.zh ?? ''}】${checkpoint}已拥堵${now.minutes}分钟，前一责任人未回复或未到场，请${name}代为处置并到场。回复「收到」`,
        en: `[Congestion · ${step?.en ?? ''}] ${checkpoint}: ${now.minutes} min. Whoever was called has not answered or not come; ${name}, please step in and go there. Answer "received"`,
      }
    case 'telephone':
      return {
        zh:
          name === ''
            ? `【电话任务】${checkpoint}「${step?.zh ?? ''}」无人回复或无人在册，请电话联系县指挥部并落实到人`
            : `【电话任务】${checkpoint}「${step?.zh ?? ''}」${call.lapsed === true ? '已回复但未确认到场' : call.unsent === true ? '通知没有发出' : `通知${now.numbers.congestionAnswerWithin}分钟未回复`}，请电话联系${name}`,
        en:
          name === ''
            ? `[Telephone] ${checkpoint}, ${step?.en ?? ''}: nobody answers or is named. Call the county's command and find somebody`
            : `[Telephone] ${checkpoint}, ${step?.en ?? ''}: ${call.lapsed === true ? 'answered, but did not say that he is there' : call.unsent === true ? 'the message could not be sent' : 'no answer'}. Call ${name}`,
      }
    case 'empty':
      return {
        zh: `【无人在册】${checkpoint}「${step?.zh ?? ''}」没有可通知的责任人，已转下一责任人。请立即落实`,
        en: `[Nobody named] ${checkpoint}, ${step?.en ?? ''}: nobody is named; the next one was called. See to it at once`,
      }
    case 'reminder':
      return {
        zh: `【是否到场】${checkpoint}仍拥堵。您已回复，请问是否到场？到场请回复「已到场」，在路上请回复「收到」；5分钟未回复将转下一责任人`,
        en: `[On site?] ${checkpoint} is still congested. You answered; are you there? Answer "arrived", or "received" if you are on the way; without an answer within 5 min the next one is called`,
      }
    case 'green':
      return {
        zh: `【应急绿色通道】${checkpoint}应急绿色通道受阻，请立即疏通（已拥堵${now.lastedMinutes}分钟）`,
        en: `[Green lane] The emergency green lane at ${checkpoint} is blocked. Clear it at once (${now.lastedMinutes} min congested)`,
      }
    case 'restart':
      return {
        zh: `【拥堵】${checkpoint}解除后${now.numbers.congestionRestart}分钟内再次排队，按同一事件继续计时`,
        en: `[Congestion] ${checkpoint}: the queue is back within ${now.numbers.congestionRestart} minutes; the same incident goes on`,
      }
    case 'end':
      return endWords(now)
    default:
      return call.step === null ? { zh: checkpoint, en: checkpoint } : stepWords(call.step, call, now)
  }
}

function endWords({ checkpoint, endedAt, startedAt, lastedMinutes, highest, numbers }: Situation): Bilingual {
  const at = clockTime(endedAt ?? startedAt)
  const top = highest === null || highest === 'L0' ? undefined : stepName(highest, limitsOf(numbers))
  return {
    zh: `【解除】${checkpoint}${at}恢复畅通，历时${lastedMinutes}分钟${top === undefined ? '' : `，最高达「${top.zh}」`}`,
    en: `[All clear] ${checkpoint} is clear since ${at}; it lasted ${lastedMinutes} min${top === undefined ? '' : `, at most "${top.en}"`}`,
  }
}

function stepWords(step: StepId, { ear, purpose }: Call, now: Situation): Bilingual {
  const { checkpoint, minutes, county } = now
  const length = now.metres === null ? undefined : lengthOf(now.metres)
  const summoned = purpose === 'summons' && ear.kind === 'person'
  const name = summoned ? ear.person.name : ''
  const over = stepName(step, limitsOf(now.numbers))
  const overEn = over.en.toLowerCase()
  switch (step) {
    case 'L0':
      return {
        zh: `【预判】${checkpoint}等候已达${minutes}分钟，请人员前置、增开车道，保持应急绿色通道畅通`,
        en: `[Early warning] ${checkpoint}: ${minutes} min. Bring people forward, open lanes, keep the green lane free`,
      }
    case 'L1':
      return {
        zh: `【拥堵·${over.zh}】${checkpoint}已拥堵${minutes}分钟${length === undefined ? '' : `，排队长${length.zh}`}。请分包县级领导${name}现场指挥${summoned ? '。回复「收到」' : ''}`,
        en: `[Congestion · ${overEn}] ${checkpoint}: ${minutes} min${length === undefined ? '' : `, queue ${length.en}`}. The county leader ${name === '' ? '' : `${name} `}commands on site${summoned ? '. Answer "received"' : ''}`,
      }
    case 'L2':
      return {
        zh: `【拥堵·${over.zh}】${checkpoint}已拥堵${minutes}分钟。全部值守人员立即上岗查验，加快放行`,
        en: `[Congestion · ${overEn}] ${checkpoint}: ${minutes} min. Everybody on duty checks now; release faster`,
      }
    case 'L3':
      return {
        zh: `【拥堵·${over.zh}】${checkpoint}已拥堵${minutes}分钟。请${county}主要领导到现场统筹指挥。已同步市、省调度`,
        en: `[Congestion · ${overEn}] ${checkpoint}: ${minutes} min. The principal leaders of ${county} command on site. City and province know`,
      }
    default: {
      const long = length === undefined ? undefined : bare(length)
      return {
        zh: `【重点监测】${checkpoint}${long === undefined ? '' : `排队长${long.zh}`}（拥堵${now.minutes}分钟）。请监测、上报、调度处置，每${now.numbers.congestionUpdateEvery}分钟更新`,
        en: `[Monitored] ${checkpoint}${long === undefined ? '' : `: queue ${long.en}`} (${now.minutes} min). Watch, report and act; an update every ${now.numbers.congestionUpdateEvery} minutes`,
      }
    }
  }
}

/** 数据中断: nothing comes from the booths. */
export const lostWords = (checkpoint: string, since: Instant): Bilingual => ({
  zh: `【数据中断】${checkpoint}自${clockTime(since)}起没有查验数据，等候时间为推算。已有响应不解除、不升级，请电话核实`,
  en: `[Data lost] Nothing from ${checkpoint} since ${clockTime(since)}; the wait is a guess. Nothing ends or rises by it; call and ask`,
})

export const candidateWords = (checkpoint: string, until: Instant): Bilingual => ({
  zh: `【待核实】司机反映${checkpoint}拥堵，请点长${clockTime(until)}前确认或排除；到时未答复按拥堵处理`,
  en: `[To be confirmed] A driver reports congestion at ${checkpoint}. Confirm or dismiss by ${clockTime(until)}; without an answer it counts`,
})

export const gapWords = (
  checkpoint: string,
  from: Instant,
  { leaders, cadres }: { leaders: number; cadres: number },
): Bilingual => ({
  zh: `【责任人缺口】${checkpoint}自${clockTime(from)}起分包县级领导${leaders}名、后备干部${cadres}名，应为1名和2至3名`,
  en: `[Roster gap] ${checkpoint} from ${clockTime(from)}: ${leaders} county leaders, ${cadres} cadres; there must be one, and two or three`,
})
