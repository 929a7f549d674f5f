/**
 * Excel in and out. The libraries come only when a file is opened or made; every cell is text both ways, so that nothing of 15 or
 * 18 digits becomes a number.
 */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

const headStyle = { fontWeight: 'bold', backgroundColor: '#E8EDF3', wrap: true } as const

/** The first row of a sheet is its head and stays while scrolling. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal')
  return writeWorkbook(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: rows.map((row, at) =>
        row.map((value) => ({ value, type: String, format: '@', ...(at === 0 ? headStyle : {}) })),
      ),
    })),
  ).toBlob()
}

const two = (n: number) => String(n).padStart(2, '0')

/** A cell formatted as a date comes as the UTC moment of what it shows. */
function shown(date: Date): string {
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  const minutes = date.getUTCHours() * 60 + date.getUTCMinutes()
  return minutes === 0 ? day : `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return shown(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return typeof cell === 'string' ? cell.trim() : ''
}

/** The first sheet, row by row as typed; undefined = no workbook that can be read. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<{ line: number; cells: string[] }[] | undefined> {
  const { readSheet } = await import('read-excel-file/universal')
  try {
    const rows = await readSheet(new Blob([new Uint8Array(bytes)]), { parseNumber: (text: string) => text })
    return rows
      .map((row, at) => ({ line: at + 1, cells: row.map(textOf) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch {
    return undefined
  }
}
