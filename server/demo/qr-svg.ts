import { create } from 'qrcode'
import { raw } from 'hono/html'

/** A QR as SVG with a quiet zone of four modules, ECC M; drawn in black on white whatever the page's colours. */
export function qrSvg(text: string, label: string) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (modules.get(y, x)) path += `M${x + 4} ${y + 4}h1v1h-1z`
  const edge = size + 8
  const title = label.replace(/[<>&"]/g, '')
  return raw(
    `<svg viewBox="0 0 ${edge} ${edge}" role="img" aria-label="${title}" shape-rendering="crispEdges">` +
      `<rect width="${edge}" height="${edge}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`,
  )
}
