import { availableParallelism, cpus } from 'node:os'
import { benchAudit } from './audit.ts'
import { benchBoard } from './board.ts'
import { benchBundle } from './bundle.ts'
import { benchCamera } from './camera.ts'
import { benchCredential } from './credential.ts'
import { benchDecide } from './decide.ts'
import { table } from './measure.ts'
import { benchDamage } from './qr/damage.ts'
import { benchPlate } from './plate/bench.ts'
import { benchLooks } from './looks.ts'
import { benchOutbox } from './outbox.ts'
import { benchOverlay } from './overlay.ts'
import { benchReplay } from './replay.ts'
import { benchScan } from './scan.ts'
import { benchStart } from './start.ts'
import { benchStatus } from './status.ts'
import { benchUpload } from './upload.ts'
import { benchWaits } from './waits.ts'
import { benchLists } from './white-lists.ts'

/** `npm run bench`: each figure beside the limit of this machine, taken in the same run. */
const benches = {
  decide: benchDecide,
  credential: benchCredential,
  upload: benchUpload,
  scan: benchScan,
  camera: benchCamera,
  start: benchStart,
  replay: benchReplay,
  overlay: benchOverlay,
  audit: benchAudit,
  lists: benchLists,
  status: benchStatus,
  bundle: benchBundle,
  outbox: benchOutbox,
  damage: benchDamage,
  plate: benchPlate,
  waits: benchWaits,
  board: benchBoard,
  looks: benchLooks,
}
const isBench = (name: string): name is keyof typeof benches => Object.hasOwn(benches, name)

const asked = process.argv.slice(2)
const names = (asked.length > 0 ? asked : Object.keys(benches)).filter(isBench)
console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}\n`)
const lines = []
for (const name of names) {
  process.stderr.write(`${name} …\n`)
  lines.push(...(await benches[name]()))
}
console.log(table(lines))
