import type { Weight } from './onnx.ts'

/**
 * Which columns of the recogniser's last layer a plate needs. Column 0 is CTC's blank, then one for each line of the keys
 * file in its order, then the space.
 */
export function columnsFor(alphabet: readonly string[], keys: string): readonly number[] {
  const lines = keys.split('\n')
  const columns = alphabet.map((character) => lines.indexOf(character) + 1)
  const missing = alphabet.filter((_, place) => columns[place] === 0)
  if (missing.length > 0) throw new Error(`the recogniser does not know: ${missing.join(' ')}`)
  return [0, ...columns]
}

/** A layer (of in × out, or its bias of out) with these outputs only, in this order. */
export function keepColumns({ name, shape, values }: Weight, columns: readonly number[]): Weight {
  const width = shape.at(-1) ?? 0
  const rows = values.length / width
  const kept = new Float32Array(rows * columns.length)
  for (let row = 0; row < rows; row++)
    columns.forEach((column, place) => {
      const value = column < width ? values[row * width + column] : undefined
      if (value === undefined) throw new Error(`${name} has ${width} columns, none of number ${column}`)
      kept[row * columns.length + place] = value
    })
  return { name, shape: [...shape.slice(0, -1), columns.length], values: kept }
}
