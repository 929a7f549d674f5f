import { beijing } from '../../../shared/instant.ts'
import { serverNow } from '../../ui/server-clock.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** 查验台账_20220516-1005.csv */
export function fileName(name: string): string {
  const { year, month, day, hour, minute } = beijing(serverNow())
  return `${name}_${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}.csv`
}

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
