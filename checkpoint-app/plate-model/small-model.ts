import { openModel, weightOf } from './onnx.ts'
import { columnsFor, keepColumns } from './prune.ts'
import { weightNodes } from './quantise.ts'

/** The recogniser's last layer, weights and bias, as PP-OCRv4 names them. */
const lastLayer = ['linear_85.w_0', 'linear_85.b_0']

/**
 * The recogniser of a general OCR model for the characters of a plate only: last layer cut to them, weights in one byte each.
 * 10.8 MB become 2. Columns then are: blank, and the alphabet in its order.
 */
export function smallModel(model: Uint8Array, keys: string, alphabet: readonly string[]): Uint8Array {
  const columns = columnsFor(alphabet, keys)
  const whole = openModel(model)
  const cut: string[] = []
  const small = whole.nodes.flatMap((node) => {
    const weight = weightOf(node)
    if (weight === undefined) return [node]
    if (!lastLayer.includes(weight.name)) return weightNodes(weight)
    cut.push(weight.name)
    return weightNodes(keepColumns(weight, columns))
  })
  if (cut.length !== lastLayer.length) throw new Error('this recogniser has another last layer than PP-OCRv4')
  return whole.join(small)
}
