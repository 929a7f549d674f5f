import { documentTime } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import { showPlate } from '../../shared/identity/plate.ts'
import type { PassPaper } from '../ports/paper.ts'
import type { Type } from './fit-text.ts'
import { passWords as words } from './words.ts'

type Cell = { label: string; text: string; size?: number; type?: Partial<Type> }
/** `height` in millimetres. */
export type Row = { height: number; cells: readonly [Cell, ...Cell[]] }

const documentDay = (at: Instant) => documentTime(at).replace(/日.*$/, '日')

/** The fields of the pass in the order of the form. */
export function passRows(pass: PassPaper): readonly Row[] {
  const said = (text: string) => (text === '' ? words.notGiven : text)
  return [
    {
      height: 25,
      cells: [
        {
          label: `${words.plate}\n${words.tractor}`,
          text: showPlate(pass.plate),
          size: 46,
          type: { spacing: 3 },
        },
      ],
    },
    {
      height: 13,
      cells: [
        { label: words.driver, text: said(pass.driver) },
        { label: words.escorts, text: pass.escorts.length === 0 ? words.none : pass.escorts.join('、') },
      ],
    },
    {
      height: 13,
      cells: [
        { label: words.from, text: pass.from },
        { label: words.to, text: pass.to },
      ],
    },
    { height: 13, cells: [{ label: words.via, text: pass.via.length === 0 ? words.notGiven : pass.via.join('、') }] },
    {
      height: 12,
      cells: [
        { label: words.cargo, text: pass.cargo },
        { label: words.phone, text: pass.phone },
      ],
    },
    {
      height: 13,
      cells: [
        { label: words.consignor, text: said(pass.consignor), size: 13 },
        { label: words.consignee, text: said(pass.consignee), size: 13 },
      ],
    },
    {
      height: 12,
      cells: [
        {
          label: words.period,
          text: `${documentTime(pass.validFrom)} ${words.start}　${documentTime(pass.validTo)} ${words.end}`,
          size: 14.5,
        },
      ],
    },
    {
      height: 30,
      cells: [
        { label: words.issuer, text: `${pass.issuer}\n${documentDay(pass.issuedAt)}`, size: 13 },
        { label: words.supervisor, text: pass.supervisor, size: 13 },
      ],
    },
  ]
}
