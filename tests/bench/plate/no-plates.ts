import { isClear } from '../../../checkpoint-app/device/plate/agreement.ts'
import { readPlate, type Recognise } from '../../../checkpoint-app/device/plate/read-plate.ts'
import type { Picture } from '../../../checkpoint-app/device/plate/stretch.ts'
import { startPhone } from '../../journeys/kit/browser.ts'
import { drawLettering } from '../../kit/plates/lettering.ts'
import { chance } from '../qr/picture.ts'
import { ordinary, takePicture } from './conditions.ts'

const words = [
  '焦作示例物流', '严禁超载', '总质量49000kg', '核载2人', '危险品', '自重7850', '13000000001', 'HOWO', '鲜活农产品',
  '安全第一', 'DONGFENG', '粤A·', '豫H1234', '货车限速80', '20221130', '车长9.6米', 'FAW J6P', '保持车距',
  '京东快递', 'SINOTRUK', '冷藏车', '普通货运', '放大号', '豫字1234号', 'TEL 0391', '6X4', '请勿靠近', 'ABS',
] // prettier-ignore

/** Lettering as it stands on trucks, and bare metal: how often it would be taken for a clear plate. */
export async function falseClear(recognise: Recognise, seed: number): Promise<{ clear: number; tried: number }> {
  const random = chance(seed)
  const phone = await startPhone()
  const signs = await drawLettering(phone.page, words)
  await phone.forget()
  const empty: Picture = { width: 2, height: 2, data: new Uint8ClampedArray(16).fill(90) }
  let clear = 0
  let tried = 0
  for (const picture of [...signs, ...Array.from({ length: 8 }, () => empty)])
    for (const condition of ordinary.slice(0, 3)) {
      const read = await readPlate(takePicture(picture, condition, random), recognise)
      tried++
      if (read !== undefined && isClear(read)) clear++
    }
  return { clear, tried }
}
