import { median, quantile } from '../bench/measure.ts'
import { killRun } from '../journeys/kit/kill-run.ts'

/** `npm run test:kill`: a shift without a network in a browser that is killed at 50 moments. `-- records kills seed` for another. */
const [records = 2000, kills = 50, seed = 20_220_516] = process.argv.slice(2).map(Number)
const report = await killRun({ records, kills, seed, say: (line) => process.stderr.write(`${line}\n`) })
const { ms, writeMs, lost, twice, stuck, ...counts } = report
console.log(`${counts.said} inspections made on the screen, browser killed ${kills} times (${counts.whileOnline} while sending), seed ${seed}
said "recorded" ${counts.said} · found on the server ${counts.found} · lost ${lost.length} · twice ${twice.length}
recorded without the screen having said so ${counts.unsaid}
per truck ${median(ms).toFixed(0)} ms median, ${quantile(ms, 0.95).toFixed(0)} ms p95; verdict to "recorded" ${median(writeMs).toFixed(1)} ms median, ${quantile(writeMs, 0.95).toFixed(1)} ms p95
${counts.seconds.toFixed(0)} s in all`)
for (const line of [...lost.map((plate) => `lost: ${plate}`), ...twice.map((plate) => `twice: ${plate}`), ...stuck])
  console.log(line)
process.exitCode = lost.length + twice.length + stuck.length === 0 && counts.said >= records ? 0 : 1
