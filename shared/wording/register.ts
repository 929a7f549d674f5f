import type { Bilingual } from '../policy/documents.ts'
import type { Direction, PlaceKind } from '../register/register.ts'
import type { Warning } from '../register/warnings.ts'

export const placeKindNames: Readonly<Record<PlaceKind, Bilingual>> = {
  border: { zh: '省界', en: 'Border of the province' },
  exit: { zh: '高速公路出口', en: 'Exit of an expressway' },
  affected: { zh: '涉疫地区', en: 'Affected area' },
  trunk: { zh: '国省干线', en: 'National or provincial road' },
}
export const directionNames: Readonly<Record<Direction, Bilingual>> = {
  up: { zh: '上行', en: 'Up' },
  down: { zh: '下行', en: 'Down' },
  both: { zh: '双向', en: 'Both ways' },
}

/** What is wrong and by which article; `nameOf` gives the other checkpoint its name. */
export function warningWords(warning: Warning, nameOf: (id: string) => string): Bilingual {
  switch (warning.what) {
    case 'not-registered':
      return { zh: '尚未登记设置依据', en: 'Not registered yet' }
    case 'no-approval':
      return { zh: '没有批准文号（十六条第六条）', en: 'No number of an approval (Sixteen Measures, article 6)' }
    case 'no-reason':
      return {
        zh: '省界、高速公路出口、涉疫地区以外少设或不设，须写明理由（十六条第六条）',
        en: 'Elsewhere than at borders, exits and affected areas a reason is needed (Sixteen Measures, article 6)',
      }
    case 'close-by': {
      const km = (warning.metres / 1000).toFixed(1)
      const other = nameOf(warning.other)
      return {
        zh: `与${other}同路同向相距${km}公里，不得重复设卡（二十条第六条）`,
        en: `${other} is ${km} km away on the same road, the same way: nobody is checked twice (Twenty Measures, article 6)`,
      }
    }
    default: {
      const other = nameOf(warning.other)
      return {
        zh: `与${other}设在同一座桥的两端，严禁（二十条第六条），不能启用`,
        en: `${other} stands at the other end of the same bridge; it cannot be open (Twenty Measures, article 6)`,
      }
    }
  }
}
