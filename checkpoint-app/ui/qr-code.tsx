import { create } from 'qrcode'
import './qr-code.css'

/** Modules of white around the code, as the standard asks. */
const quietZone = 4

/** One path of horizontal runs: crisp at any size, one node. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const runs: string[] = []
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = x
      while (x < size && data[y * size + x]) x += 1
      if (x > from) runs.push(`M${from + quietZone} ${y + quietZone}h${x - from}v1h-${x - from}z`)
    }
  }
  return { size: size + 2 * quietZone, path: runs.join('') }
}

/** A QR code, black on white by day and by night, error correction M. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
