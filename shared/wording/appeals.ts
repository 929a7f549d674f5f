/** What is told of an appeal and of a verdict put right. A plate is as far as it goes; to a driver 70 characters at most. */
import type { AppealKind, Saying } from '../appeals/kinds.ts'
import type { Reason } from '../codes/reasons.ts'
import { rulesOf } from '../codes/reasons.ts'
import { showPlate } from '../identity/plate.ts'
import type { Bilingual } from '../policy/documents.ts'

export type About = { plate: string; kind: AppealKind; reason: Reason | null; said: Saying }

const colours = { yellow: { zh: '黄码', en: 'yellow code' }, red: { zh: '红码', en: 'red code' } } as const

/** 黄码, 红码, 外地健康码, 查验结论. */
export function whatIsAppealed({ kind, reason }: Pick<About, 'kind' | 'reason'>): Bilingual {
  if (kind === 'verdict') return { zh: '查验结论', en: 'verdict' }
  return reason === null ? { zh: '外地健康码', en: 'health code given elsewhere' } : colours[rulesOf(reason).colour]
}

export function newAppeal(about: About, minutes: number): Bilingual {
  const [plate, what] = [showPlate(about.plate), whatIsAppealed(about)]
  return {
    zh: `【申诉】${plate}申诉${what.zh}，请在${minutes}分钟内核实办结`,
    en: `[Appeal] ${plate} appeals against its ${what.en}. Decide within ${minutes} min`,
  }
}

export function appealWaits(about: About, minutes: number): Bilingual {
  const [plate, what] = [showPlate(about.plate), whatIsAppealed(about)]
  return {
    zh: `【申诉·满${minutes}分钟】${plate}申诉${what.zh}尚未办结，请尽快核实`,
    en: `[Appeal, ${minutes} min] ${plate}, ${what.en}: not decided yet. Look at it now`,
  }
}

export function appealOverdue(about: About, minutes: number): Bilingual {
  const [plate, what] = [showPlate(about.plate), whatIsAppealed(about)]
  return {
    zh: `【申诉超时·${minutes}分钟】${plate}申诉${what.zh}仍未办结，请督办`,
    en: `[Appeal overdue, ${minutes} min] ${plate}, ${what.en}: still not decided. Follow it up`,
  }
}

const sign = '【焦作保通保畅】'

/** wording §3 解码; of a person's decision the same with who did it. `still`: what another reason, still open, leaves. */
export function appealCleared(
  { reason }: Pick<About, 'reason'>,
  automatic: boolean,
  still: 'yellow' | 'red' | null,
): Bilingual {
  const { zh, en } = reason === null ? colours.yellow : colours[rulesOf(reason).colour]
  const after = still
    ? {
        zh: `另有原因未解除，现为${colours[still].zh}，详见货畅码`,
        en: `Another reason stays open (${colours[still].en}); see your freight code.`,
      }
    : { zh: '可正常通行', en: 'You can go on.' }
  return automatic
    ? {
        zh: `${sign}您的${still ? `一项${zh}原因` : zh}已自动解除，${after.zh}。`,
        en: `Your ${en} has been cleared. ${after.en}`,
      }
    : {
        zh: `${sign}您的${zh}申诉已核实，${still ? '该项原因' : zh}已解除，${after.zh}。`,
        en: `Your appeal holds: the ${en} is cleared. ${after.en}`,
      }
}

export const appealUpheld = (plate: string): Bilingual => ({
  zh: `${sign}${showPlate(plate)}的申诉已核实，暂不能解除，原因和办法见货畅码页面。有疑问拨12328。`,
  en: `The appeal of ${showPlate(plate)} was looked at and cannot be met yet; why and what to do stand on your page.`,
})

export const appealReferred = (region: string, caseNumber: string): Bilingual => ({
  zh: `${sign}您的健康码由${region}赋码，申诉已转当地，编号${caseNumber}，可拨当地12328。`,
  en: `Your health code was given in ${region}; the appeal went there, case ${caseNumber}. Call 12328 there.`,
})

export type Case = { plate: string; region: string; caseNumber: string; colour: 'yellow' | 'red' | null; said: Saying }

const saidOutside: { readonly [S in Saying]?: Bilingual } = {
  'should-have-ended': { zh: '已满足当地条件，还没有解除', en: 'the conditions there are met and it has not ended' },
  'ground-is-wrong': { zh: '赋码原因与实际不符', en: 'its ground is wrong' },
}

/** For the hotline: a line of the case, with whom to call and about what. */
export function referralCase({ plate, region, caseNumber, colour, said }: Case): Bilingual {
  const why = saidOutside[said]
  const code = colours[colour ?? 'yellow']
  return {
    zh: `【工单 ${caseNumber}】${showPlate(plate)}申诉外地${code.zh}，赋码地${region}${why ? `，理由：${why.zh}` : ''}。请与当地12328联系核实，车辆按查验规则通行`,
    en: `[Case ${caseNumber}] ${showPlate(plate)} appeals against a ${code.en} given in ${region}${why ? `: ${why.en}` : ''}. Ask 12328 there; the truck goes on by the rules`,
  }
}

/** `withdrawn`: a colour that it had opened goes with it. `still`: what stays all the same. */
export function verdictCorrected(headline: Bilingual, withdrawn: boolean, still: 'yellow' | 'red' | null): Bilingual {
  const gone = withdrawn ? { zh: '，由此产生的赋码同时撤回', en: '; what it opened is taken back' } : { zh: '', en: '' }
  const stays = still
    ? {
        zh: `。另有原因未解除，现为${colours[still].zh}，详见货畅码`,
        en: `. Another reason stays open (${colours[still].en}); see your freight code`,
      }
    : { zh: '', en: '' }
  return {
    zh: `${sign}您的查验结论已更正为「${headline.zh}」${gone.zh}${stays.zh}。`,
    en: `Your verdict has been corrected to “${headline.en}”${gone.en}${stays.en}.`,
  }
}

type Put = { plate: string; checkpoint: string; from: Bilingual; to: Bilingual }

/** For those who watch over the checkpoints. */
export const correctionForOffices = ({ plate, checkpoint, from, to }: Put): Bilingual => ({
  zh: `【更正】${showPlate(plate)}在${checkpoint}的查验结论由「${from.zh}」更正为「${to.zh}」`,
  en: `[Correction] ${showPlate(plate)} at ${checkpoint}: “${from.en}” put right to “${to.en}”`,
})
