import type { StaffRole } from '../../schema/api/endpoint.ts'

export const pages = [
  'messages',
  'cases',
  'inspections',
  'people',
  'tracking',
  'appeals',
  'leads',
  'passes',
  'lists',
  'results',
  'risk-areas',
  'places',
  'editions',
  'checkpoints',
  'numbers',
  'staff',
  'terminals',
  'shifts',
  'audit',
] as const
export type Page = (typeof pages)[number]

/** Who finds which page in the menu; what each may do there is decided by the server. */
const menus = {
  admin: [
    'inspections',
    'messages',
    'editions',
    'results',
    'checkpoints',
    'numbers',
    'staff',
    'terminals',
    'shifts',
    'audit',
  ],
  head: ['inspections', 'shifts', 'messages', 'cases', 'appeals', 'leads', 'terminals', 'staff', 'checkpoints'],
  epidemic: [
    'people',
    'tracking',
    'appeals',
    'lists',
    'risk-areas',
    'messages',
    'inspections',
    'results',
    'editions',
    'checkpoints',
  ],
  // What went wrong comes first: records, complaints, codes; the equipment last.
  supervisor: [
    'inspections',
    'cases',
    'leads',
    'appeals',
    'people',
    'tracking',
    'messages',
    'passes',
    'lists',
    'risk-areas',
    'places',
    'editions',
    'audit',
    'shifts',
    'terminals',
    'checkpoints',
    'numbers',
  ],
  dispatcher: ['cases', 'inspections', 'messages', 'places', 'tracking', 'appeals', 'checkpoints'],
  'appeal-officer': ['appeals', 'messages', 'people', 'inspections', 'risk-areas', 'checkpoints'],
  'list-officer': ['lists', 'messages'],
  'pass-officer': ['passes', 'messages', 'leads'],
  command: [
    'editions',
    'messages',
    'cases',
    'passes',
    'inspections',
    'leads',
    'tracking',
    'lists',
    'places',
    'checkpoints',
    'numbers',
    'audit',
  ],
  inspector: [],
} as const satisfies Record<StaffRole, readonly Page[]>

export const menuOf = (role: StaffRole): readonly Page[] => menus[role]

/** The page asked for where the role has it, else the first of its menu; undefined when it has none. */
export function pageFor(role: StaffRole, asked: string): Page | undefined {
  const menu = menuOf(role)
  return menu.find((page) => page === asked) ?? menu[0]
}

const actions = {
  editCheckpoints: ['admin'],
  seeRoads: ['admin', 'head', 'dispatcher', 'supervisor', 'command'],
  editStaff: ['admin'],
  enrol: ['admin', 'head'],
  seeStaff: ['admin', 'head'],
  bringLists: ['list-officer'],
  changeLists: ['list-officer', 'epidemic', 'command'],
  approveLists: ['command'],
  exportLists: ['list-officer', 'command'],
  changePlaces: ['dispatcher', 'command'],
  takeDownCases: ['dispatcher'],
  exportCases: ['dispatcher', 'supervisor', 'command'],
  handleLeads: ['supervisor'],
  seeEvidence: ['supervisor'],
  changeRiskAreas: ['epidemic'],
  revokePasses: ['pass-officer', 'command'],
  seeWholeInspection: ['admin', 'head', 'epidemic', 'supervisor', 'appeal-officer'],
} as const satisfies Record<string, readonly StaffRole[]>

export const may = (role: StaffRole, action: keyof typeof actions): boolean =>
  (actions[action] as readonly StaffRole[]).includes(role)
