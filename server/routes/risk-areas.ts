import type { Hono } from 'hono'
import type { Deps } from '../deps.ts'

export function mountRiskAreas(_app: Hono, _deps: Deps): void {}
