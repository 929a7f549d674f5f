import { DemoLine, HotlineLine, OfflineBanner } from '../ui/lines.tsx'

/** The driver's app: the code, registration, the pass. */
export function DriverFace() {
  return (
    <>
      <DemoLine />
      <OfflineBanner />
      <HotlineLine />
    </>
  )
}
