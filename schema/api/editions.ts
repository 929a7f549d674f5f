import * as z from 'zod/mini'
import { checkpointId, line, moment, regionCode, text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Who may read how the law came about; only the city's command writes. */
const readers = ['admin', 'supervisor', 'epidemic', 'command'] as const
const both = z.strictObject({ zh: line(1, 300), en: line(1, 300) })
const whole = z.int()
const name = z.string().check(z.regex(/^[a-zA-Z]{2,40}$/))

/** Read closely by shared/policy/amendment.ts; here only how large it may be. */
export const amendmentDraft = z.strictObject({
  name: z.strictObject({ zh: line(1, 60), en: line(1, 60) }),
  class: z.enum(['emergency', 'regular']),
  from: moment,
  basis: z.exactOptional(
    z.strictObject({
      clauses: z.array(text(1, 60)).check(z.maxLength(20)),
      document: z.exactOptional(
        z.strictObject({
          title: line(1, 120),
          number: line(1, 60),
          issuer: line(1, 60),
          level: z.enum(['national', 'provincial']),
          issuedOn: z.iso.date(),
          article: line(1, 30),
          words: both,
        }),
      ),
    }),
  ),
  values: z.record(name, z.union([z.number(), z.enum(['report', 'sample', 'wait', 'incident', 'either'])])),
})

const who = z.strictObject({ id: uuid, name: z.string() })
const signature = z.strictObject({ by: who, at: moment })
const value = z.union([z.number(), z.string()])
/** One number of the law, before and after. */
const change = z.strictObject({ parameter: z.string(), before: value, after: value, clause: z.nullable(z.string()) })

const queueFigures = z.strictObject({ total: whole, worst: whole, hours: z.array(whole) })
const dryRunReport = z.strictObject({
  inspections: whole,
  unreadable: whole,
  moved: whole,
  stricter: whole,
  milder: whole,
  details: whole,
  testsMore: whole,
  testsFewer: whole,
  bayMinutes: whole,
  flows: z.array(z.strictObject({ from: z.string(), to: z.string(), count: whole })),
  checkpoints: z.array(
    z.strictObject({
      checkpoint: checkpointId,
      lanes: whole,
      inspections: whole,
      moved: whole,
      testsMore: whole,
      testsFewer: whole,
      testHours: z.array(whole),
      before: queueFigures,
      after: queueFigures,
    }),
  ),
  trucks: z.array(
    z.strictObject({
      id: uuid,
      madeAt: moment,
      checkpoint: checkpointId,
      plate: z.string(),
      from: z.string(),
      to: z.string(),
      turn: z.enum(['stricter', 'milder', 'alike']),
    }),
  ),
})
export const dryRunView = z.strictObject({
  version: whole,
  /** The edition in force when it ran; under another one it has to run again. */
  base: z.string(),
  at: moment,
  by: who,
  from: moment,
  until: moment,
  /** false: the span held more than could be judged; what is counted reaches up to `until`. */
  complete: z.boolean(),
  milliseconds: whole,
  report: dryRunReport,
})

const amendmentLine = z.strictObject({
  id: uuid,
  version: whole,
  state: z.enum(['draft', 'published', 'dropped', 'rolled-back']),
  /** draft · coming: published, its day has not come · in-force · past: ended · dropped */
  standing: z.enum(['draft', 'coming', 'in-force', 'past', 'dropped']),
  name: both,
  class: z.enum(['emergency', 'regular']),
  draftedBy: who,
  draftedAt: moment,
  first: z.nullable(signature),
  second: z.nullable(signature),
  publishedAt: z.nullable(moment),
  /** From when it binds, or would. */
  from: moment,
  edition: z.nullable(z.string()),
  endedAt: z.nullable(moment),
  endedBy: z.nullable(who),
  endReason: z.nullable(z.string()),
})
/** One amendment whole. `earliest`: from when a regular one could bind if it were published now. */
export const amendmentView = z.strictObject({
  ...amendmentLine.shape,
  draft: amendmentDraft,
  changes: z.array(change),
  dryRun: z.nullable(dryRunView),
  earliest: moment,
})

export const overlayView = z.strictObject({
  id: uuid,
  level: z.enum(['county', 'checkpoint']),
  place: z.string(),
  name: both,
  settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  superior: z.string(),
  edition: z.string(),
  points: whole,
  state: z.enum(['in-force', 'ended']),
  acceptedBy: who,
  acceptedAt: moment,
  from: moment,
  endedAt: z.nullable(moment),
  endedBy: z.nullable(who),
  endReason: z.nullable(z.string()),
})

const numberNow = z.strictObject({
  parameter: z.string(),
  value,
  from: moment,
  clause: z.nullable(z.string()),
  /** The next value that is published, where there is one. */
  next: z.nullable(z.strictObject({ value, from: moment, clause: z.nullable(z.string()) })),
})

export const listEditions = endpoint({
  name: 'listEditions',
  method: 'GET',
  path: '/api/editions',
  summary: 'The law in force here, every amendment of it and every overlay under it, newest first.',
  callers: readers,
  status: 200,
  answer: z.strictObject({
    edition: z.string(),
    /** The edition that this program brings, before any amendment. */
    program: z.strictObject({ id: z.string(), from: moment }),
    numbers: z.array(numberNow),
    amendments: z.array(amendmentLine),
    overlays: z.array(overlayView),
    /** Hours between publication and the first day of a regular amendment. */
    noticeHours: whole,
  }),
})

export const getEdition = endpoint({
  name: 'getEdition',
  method: 'GET',
  path: '/api/editions/:edition',
  summary:
    'One edition: its articles, its numbers with unit and clause, and what changed against the edition before it.',
  callers: readers,
  status: 200,
  params: z.strictObject({ edition: text(1, 80) }),
  answer: z.strictObject({
    id: z.string(),
    from: moment,
    articles: z.array(z.strictObject({ clause: z.string(), title: both, level: z.string(), words: both })),
    numbers: z.array(
      z.strictObject({
        parameter: z.string(),
        values: z.array(
          z.strictObject({ from: moment, until: z.nullable(moment), value, clause: z.nullable(z.string()) }),
        ),
      }),
    ),
    before: z.nullable(z.string()),
    changes: z.array(change),
  }),
})

const byId = z.strictObject({ id: uuid })
/** The version that was on the screen: who acts on another one is told. */
const onVersion = z.strictObject({ version: z.int().check(z.gte(1)) })

export const getAmendment = endpoint({
  name: 'getAmendment',
  method: 'GET',
  path: '/api/amendments/:id',
  summary: 'One amendment whole: text, what it changes, dry run, signatures.',
  callers: readers,
  status: 200,
  params: byId,
  answer: amendmentView,
})

export const draftAmendment = endpoint({
  name: 'draftAmendment',
  method: 'POST',
  path: '/api/amendments',
  summary: 'Draft a change of the law’s numbers; it needs a basis in a document of the province or the nation.',
  callers: ['command'],
  status: 201,
  body: amendmentDraft,
  answer: amendmentView,
})

export const changeDraft = endpoint({
  name: 'changeDraft',
  method: 'PUT',
  path: '/api/amendments/:id',
  summary: 'Write a draft anew. Its dry run and its first signature were of the text before, and go.',
  callers: ['command'],
  status: 200,
  params: byId,
  body: z.strictObject({ version: z.int().check(z.gte(1)), draft: amendmentDraft }),
  answer: amendmentView,
})

export const dropDraft = endpoint({
  name: 'dropDraft',
  method: 'POST',
  path: '/api/amendments/:id/drop',
  summary: 'Give a draft up; it stays readable.',
  callers: ['command'],
  status: 200,
  params: byId,
  body: onVersion,
  answer: amendmentView,
})

export const dryRun = endpoint({
  name: 'dryRun',
  method: 'POST',
  path: '/api/amendments/:id/dry-run',
  summary:
    'What this draft would have changed: inspections of a span judged again. Yesterday unless told; 31 days and 200,000 inspections at most.',
  callers: ['command'],
  status: 200,
  params: byId,
  body: z.strictObject({
    version: z.int().check(z.gte(1)),
    from: z.exactOptional(moment),
    until: z.exactOptional(moment),
  }),
  answer: amendmentView,
})

export const signAmendment = endpoint({
  name: 'signAmendment',
  method: 'POST',
  path: '/api/amendments/:id/sign',
  summary: 'Sign a draft that was tried out. The second signature is another person’s, and publishes it.',
  callers: ['command'],
  status: 200,
  params: byId,
  body: onVersion,
  answer: amendmentView,
})

export const rollBack = endpoint({
  name: 'rollBack',
  method: 'POST',
  path: '/api/amendments/:id/roll-back',
  summary: 'Take a published amendment back, at once: what two signed before holds again.',
  callers: ['command'],
  status: 200,
  params: byId,
  body: z.strictObject({ reason: line(4, 200) }),
  answer: amendmentView,
})

const overlayFile = z.strictObject({
  /** The file that `changxing overlay check` takes. */
  file: z.record(text(1, 40), z.unknown()),
  /** County code or checkpoint id, as the file's level says. */
  place: z.union([regionCode, checkpointId]),
})
export const counterexample = z.strictObject({ zh: z.string(), en: z.string(), above: z.string(), below: z.string() })

export const checkOverlayFile = endpoint({
  name: 'checkOverlayFile',
  method: 'POST',
  path: '/api/overlays/check',
  summary: 'Proves that an overlay makes no verdict stricter than the edition in force, or shows the trucks it would.',
  callers: readers,
  status: 200,
  body: overlayFile,
  answer: z.strictObject({
    ok: z.boolean(),
    name: both,
    level: z.enum(['county', 'checkpoint']),
    superior: z.string(),
    edition: z.string(),
    points: whole,
    /** As 1.2e+17: all combinations that the points stand for. */
    standsFor: z.string(),
    milliseconds: whole,
    /** Shortest first. */
    counterexamples: z.array(counterexample),
  }),
})

export const acceptOverlay = endpoint({
  name: 'acceptOverlay',
  method: 'POST',
  path: '/api/overlays',
  summary:
    'Let an overlay bind at its place. The server proves it itself; one that is stricter is refused with the truck.',
  callers: ['command'],
  status: 201,
  body: overlayFile,
  answer: overlayView,
})

export const endOverlay = endpoint({
  name: 'endOverlay',
  method: 'POST',
  path: '/api/overlays/:id/end',
  summary: 'End an overlay at once: the city’s edition holds there again.',
  callers: ['command'],
  status: 200,
  params: byId,
  body: z.strictObject({ reason: line(4, 200) }),
  answer: overlayView,
})

export const editionsApi = [
  listEditions,
  getEdition,
  getAmendment,
  draftAmendment,
  changeDraft,
  dropDraft,
  dryRun,
  signAmendment,
  rollBack,
  checkOverlayFile,
  acceptOverlay,
  endOverlay,
] as const
