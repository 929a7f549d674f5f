import * as z from 'zod/mini'
import { parseInstant } from '../../shared/instant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { HealthFacts } from './health-data.ts'

/**
 * What the health authority's system is asked and answers. Ours is the client; whoever runs the neighbour builds to this.
 *
 *     POST {base}/v1/persons          Authorization: Bearer <token>          Content-Type: application/json
 *     {"persons":[{"document":"id-card","number":"410899198001010015","name":"张测试"}]}
 *
 *     200 {"persons":[{"nucleicAcid":{"result":"negative","sampledAt":"2022-05-16T02:00:00+08:00",
 *                      "reportedAt":"2022-05-16T08:00:00+08:00"},
 *                      "healthCode":"green","travelCard":"green","listed":null}]}
 *
 * One entry a person, same order; `null` or a key left out = nothing known on that point. Further keys are passed over. Times
 * are ISO 8601 with an offset. 5xx and silence are tried again, 4xx are not. At most 8 persons a call.
 */
const moment = z.pipe(
  z.string(),
  z.transform((text, context): Instant => {
    const at = parseInstant(text)
    if (at !== undefined) return at
    context.issues.push({ code: 'custom', message: 'not a time with an offset', input: text })
    return z.NEVER
  }),
)

const nucleicAcid = z.object({
  result: z.enum(['negative', 'positive', 'pending']),
  sampledAt: z.optional(z.nullable(moment)),
  reportedAt: z.optional(z.nullable(moment)),
})
const person = z.object({
  nucleicAcid: z.optional(z.nullable(nucleicAcid)),
  healthCode: z.optional(z.nullable(z.enum(['green', 'yellow', 'red']))),
  travelCard: z.optional(z.nullable(z.enum(['green', 'green-starred', 'yellow', 'orange', 'red']))),
  listed: z.optional(z.nullable(z.enum(['positive', 'red', 'tracking']))),
})
const answer = z.object({ persons: z.array(person) })

/** undefined when the answer is not in this form or not one entry a person. */
export function readAnswer(json: unknown, persons: number): HealthFacts[] | undefined {
  const read = z.safeParse(answer, json)
  if (!read.success || read.data.persons.length !== persons) return undefined
  return read.data.persons.map((said) => ({
    nucleicAcid: said.nucleicAcid ? withTimes(said.nucleicAcid) : null,
    healthCode: said.healthCode ?? null,
    travelCard: said.travelCard ?? null,
    listed: said.listed ?? null,
  }))
}

const withTimes = ({ result, sampledAt, reportedAt }: z.infer<typeof nucleicAcid>) => ({
  result,
  ...(sampledAt ? { sampledAt } : {}),
  ...(reportedAt ? { reportedAt } : {}),
})
