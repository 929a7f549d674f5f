import type { Face, Walk } from '../walk.ts'
import { apply } from './apply.ts'
import { boothReports, driverCases, officeCases } from './cases.ts'
import { checkpoint } from './checkpoint.ts'
import { dispatch, queue } from './dispatch.ts'
import { driver } from './driver.ts'
import { office } from './office.ts'
import { boothShifts, officeShifts } from './shifts.ts'
import { demo, home, p, rules } from './public.ts'

/** Every face with its walks, in the order of the pages. */
export const faces: Readonly<Record<Face, readonly Walk[]>> = {
  home,
  driver: [...driver, ...driverCases],
  checkpoint: [...checkpoint, ...boothShifts, ...boothReports],
  apply,
  office: [...office, ...officeShifts, ...officeCases],
  dispatch,
  queue,
  p,
  rules,
  demo,
}
