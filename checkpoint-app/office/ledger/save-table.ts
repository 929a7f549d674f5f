import { beijing } from '../../../shared/instant.ts'
import { saveFile } from '../../ui/save-file.ts'
import { serverNow } from '../../ui/server-clock.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** 查验台账_20220516-1005.csv */
export function fileName(name: string): string {
  const { year, month, day, hour, minute } = beijing(serverNow())
  return `${name}_${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}.csv`
}

export const saveTable = (name: string, text: string): void =>
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name)
