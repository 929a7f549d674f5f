import { en as screen } from '../../shared/wording/en.ts'
import type { BookWords } from './words.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export const en: BookWords = {
  lang: 'en',
  brand: 'ChangXing',
  title: 'Rules of passage',
  subject: 'Inspection of freight vehicles in Jiaozuo',
  description:
    'All rules for inspecting freight vehicles in Jiaozuo: conclusion, reason, next step, articles, numbers and history.',
  skip: 'Skip to the text',
  home: 'Start page',
  other: { name: '中文', lang: 'zh-CN', href: '../' },
  edition: 'Edition',
  editionId: 'Edition id',
  inForce: 'In force',
  about: [
    'Phones at the checkpoints and the server carry out the rules of this book and no others: the book is made from the very program that judges.',
    'Articles are summed up in our own words; the published documents are what counts. ⚑ marks a reading that no document gives: we propose it, and the city command may set another.',
  ],
  machine: 'For machines',
  contents: 'Contents',
  part: {
    promises: 'General provisions',
    rules: 'Rules of inspection',
    modifiers: 'Marks beside a conclusion',
    elsewhere: 'Away from the checkpoint',
    numbers: 'Numbers',
    documents: 'Documents',
    published: 'Published amendments',
    changes: 'What changed when',
    editionId: 'How to read an edition id',
  },
  intro: {
    rules: [
      'In the order an inspector asks. The first chapter in which a rule applies gives the conclusion; each person on board is judged alone, and the vehicle takes the strictest.',
      `Conclusion, reason and next step are the words of the screen, which fills in the values where × stands. A trip that is not known goes the way of one out of province, and the screen says “${screen.answer.scope.unknown}”.`,
    ],
    modifiers: 'Written beside the conclusion, which they never change.',
    numbers:
      'Every number the rules use: value, unit, dates, basis, and the day it was last checked against the documents.',
    documents:
      'Each article in our own words, with the rules and numbers that rest on it, or why no checkpoint carries it out.',
    published:
      'What the city command changed in the numbers, on the basis of a national or provincial document, and the settings of a county or checkpoint that were proved to add no condition. What was taken back stays here: earlier inspections are still judged by what then held.',
    changes:
      'When documents, rules and numbers began, changed and ended. An inspection is for ever judged by the law of its moment.',
  },
  complaint: {
    before: 'Asked for more than this, or for a second test, or any other question: call ',
    after: ', day and night',
  },
  conclusion: 'Conclusion',
  reason: 'Reason',
  next: 'Next step',
  asks: 'Asks, in order',
  opens: 'Code reason',
  label: 'Mark',
  ours: '⚑ Proposed by us',
  basis: 'Basis',
  checked: (day) => `checked ${day}`,
  span: (from, until) => (until === undefined ? `In force since ${from}` : `In force from ${from} until ${until}`),
  date: ({ year, month, day, clock }) => `${day} ${months[month - 1]} ${year}${clock && ` ${clock}`}`,
  level: { nation: 'Nation', province: 'Province', city: 'City' },
  fullTitle: (title) => title,
  article: (number) => `Article ${number}`,
  citedBy: 'Basis of',
  setAside: 'Not carried out at a checkpoint: ',
  transferPoint: {
    name: 'Entry to a transfer point of a closed city',
    says: (hours) =>
      `Whoever is negative within ${hours} h and in a closed loop enters; others are tested first. Does not act at a checkpoint.`,
  },
  kind: {
    edition: { begins: 'Edition in force', changes: 'Edition changed', ends: 'Edition ended' },
    document: { begins: 'Documents in force', changes: 'Documents changed', ends: 'Documents ended' },
    rule: { begins: 'Rules in force', changes: 'Rules changed', ends: 'Rules ended' },
    number: { begins: 'Numbers in force', changes: 'Numbers changed', ends: 'Numbers ended' },
    amendment: { begins: 'Amendments in force', changes: 'Amendments changed', ends: 'Amendments taken back' },
    overlay: {
      begins: 'Settings of places in force',
      changes: 'Settings of places changed',
      ends: 'Settings of places ended',
    },
  },
  published: {
    none: 'No amendment and no settings of a place have been published so far.',
    class: 'Class',
    classes: { emergency: 'Emergency, in force at once', regular: 'Regular, with notice' },
    publishedAt: 'Published',
    endedAt: 'Taken back',
    numbers: 'Numbers changed',
    settings: 'Settings',
    place: { county: 'In the county', checkpoint: 'At the checkpoint' },
    level: { national: 'Nation', provincial: 'Province' },
  },
  reading: [
    {
      what: 'Before the dot',
      means:
        'The name: year and month, main basis (JZ20 is the Twenty Measures of Jiaozuo), which making of it; where it was amended, the day on which the last amendment took effect',
    },
    {
      what: 'After the dot',
      means: 'The fingerprint of the content: whatever differs in articles, numbers or rules, these eight signs differ',
    },
    {
      what: 'Where it stands',
      means:
        'On every conclusion, as it was at that moment; by it anybody finds the rules of then, judges again, and comes to the same',
    },
  ],
}
