import { guideShape, splitAt } from '../device/plate/guide.ts'

const { width, height } = guideShape
const split = height * splitAt
const corner = 34

/** The box to fill, with the line between two rows; drawn where guideIn() cuts the picture. */
export function PlateGuide() {
  return (
    <svg className="plate-guide" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path
        className="plate-guide-veil"
        fillRule="evenodd"
        d={`M-4000-4000H4000V4000H-4000ZM0 0V${height}H${width}V0Z`}
      />
      <path
        className="plate-guide-box"
        d={`M0 ${corner}V0H${corner}M${width - corner} 0H${width}V${corner}M${width} ${height - corner}V${height}H${width - corner}M${corner} ${height}H0V${height - corner}`}
      />
      <path className="plate-guide-split" d={`M0 ${split}H${width}`} />
    </svg>
  )
}
