import type { StaffRole } from '../../schema/api/endpoint.ts'

export const pages = ['inspections', 'checkpoints', 'staff', 'terminals', 'results'] as const
export type Page = (typeof pages)[number]

/** Who finds which page in the menu; what each may do there is decided by the server. */
const menus = {
  admin: pages,
  head: ['inspections', 'terminals', 'staff', 'checkpoints'],
  epidemic: ['inspections', 'results', 'checkpoints'],
  supervisor: ['inspections', 'terminals', 'checkpoints'],
  dispatcher: ['inspections', 'checkpoints'],
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
  editStaff: ['admin'],
  enrol: ['admin', 'head'],
  seeStaff: ['admin', 'head'],
  seeWholeInspection: ['admin', 'head', 'epidemic', 'supervisor'],
} as const satisfies Record<string, readonly StaffRole[]>

export const may = (role: StaffRole, action: keyof typeof actions): boolean =>
  (actions[action] as readonly StaffRole[]).includes(role)
