import type { Generated } from 'kysely'
import type { AuditRow } from '../shared/audit/entry.ts'
import type { SignedHead } from '../shared/audit/head.ts'
import type { LedgerEvent } from '../shared/codes/events.ts'
import type { Reason } from '../shared/codes/reasons.ts'
import type { DutyRole } from '../shared/congestion/roster.ts'
import type { Channel, Purpose } from '../shared/congestion/calls.ts'
import type { StepId } from '../shared/congestion/incident-events.ts'
import type { CaseCategory, CaseLevel, CaseRole, CaseState, CaseWay } from '../shared/cases/kinds.ts'
import type { CaseMove } from '../shared/cases/moves.ts'
import type { BlockKind, BlockSource } from '../shared/network/block.ts'
import type { PlaceKind } from '../shared/places/place.ts'
import type { CargoCode } from '../shared/facts.ts'
import type { LeadKind, LeadState, PassedTo } from '../shared/leads/kinds.ts'
import type { Eligibility, ListKind } from '../shared/lists/kinds.ts'
import type { Stage } from '../shared/lists/stage.ts'
import type { NoticeChannel, NoticeStanding, NoticeStep, SummonsAnswer } from '../shared/notices/kinds.ts'
import type { PersonDocumentKind } from '../shared/identity/person-document.ts'

/** Whom a message is for; `ref` says which of them. */
export type Audience =
  | 'driver'
  | 'company'
  | 'community'
  | 'checkpoint'
  | 'test-point'
  | 'command'
  | 'epidemic'
  | 'dispatcher'
  | 'supervisor'
  | 'appeal-officer'
  | 'list-officer'
  | 'pass-officer'

/** Kysely's view of schema/migrations, table by table. Times are milliseconds since 1970; flags are 0 or 1. */
type Flag = 0 | 1
/** Of a pass on its status list. */
export type Standing = 'valid' | 'revoked' | 'suspended'

export type Tables = {
  checkpoint: { id: string; name: string; road: string; county: string; lanes: number; active: Flag; fictional: Flag }
  checkpoint_place: { checkpoint_id: string; lat: number; lon: number }
  checkpoint_register: {
    checkpoint_id: string
    version: number
    approval_no: string | null
    kind: 'border' | 'exit' | 'trunk' | 'affected'
    kind_reason: string | null
    /** Metres along the road. */
    stake: number | null
    direction: 'up' | 'down' | 'both'
    bridge: string | null
    branch_secretary: string | null
    branch_members: string | null
    branch_rules: string | null
    reason: string
    changed_by: string
    changed_at: number
  }
  number_proposal: {
    id: string
    kind: 'emergency' | 'complaints'
    number: string | null
    reason: string
    proposed_by: string
    proposed_at: number
  }
  number_decision: {
    proposal_id: string
    approved: Flag
    reason: string | null
    decided_by: string
    decided_at: number
  }
  checkpoint_site: {
    checkpoint_id: string
    version: number
    approach_lanes: number
    approach_metres: number
    green_lane: number | null
    /** Metres along the road. */
    booth_stake: number | null
    stakes_grow: Flag | null
    fence_metres: number | null
    /** JSON: number and metres of each. */
    signs: string
    reason: string
    changed_by: string
    changed_at: number
  }
  staff: {
    id: string
    login: string
    name: string
    role:
      | 'admin'
      | 'head'
      | 'inspector'
      | 'dispatcher'
      | 'epidemic'
      | 'supervisor'
      | 'appeal-officer'
      | 'list-officer'
      | 'pass-officer'
      | 'command'
    checkpoint_id: string | null
    /** County, city or province that a dispatcher, the command or a supervisor sees; null = all of it. */
    area: Generated<string | null>
    password_hash: string
    created_at: number
    disabled_at: number | null
  }
  staff_session: { token_tag: string; staff_id: string; created_at: number; expires_at: number }
  one_time_secret: {
    secret_tag: string
    purpose: 'setup' | 'enrolment'
    staff_id: string | null
    checkpoint_id: string | null
    lane: number | null
    /** The dedicated number the phone will have, where it is known when the link is made. */
    segment: Generated<string | null>
    expires_at: number
  }
  once: { what: string; at: number }
  signing_key: {
    kid: string
    key_use: 'freight' | 'pass' | 'bundle' | 'audit'
    public_jwk: string
    private_sealed: string
    not_before: number
    retired_at: number | null
    revoked_at: number | null
    revoked_reason: string | null
    /** Whoever keeps the private half. */
    home: Generated<'database' | 'environment' | 'kms'>
    published_at: number | null
  }
  trip: {
    id: string
    number: string
    version: number
    plate: string
    trailer: string | null
    scope: 'in-province' | 'cross-province' | 'unknown'
    from_region: string
    via: string
    to_region: string
    checkpoint_id: string | null
    eta: number
    cargo: CargoCode
    cargo_name: string | null
    consignee: string | null
    risk_stay: Flag | null
    plan: 'leave-at-once' | 'short-stay'
    lodging: 'fixed' | 'none' | null
    through_train: Flag
    registered_at: number
    terminal_id: string | null
    form_hash: string
    ends_at: number
    cancelled_at: number | null
  }
  trip_history: { trip_id: string; version: number; snapshot_sealed: string; replaced_at: number }
  trip_crew: {
    trip_id: string
    seat: number
    role: 'driver' | 'escort'
    document: PersonDocumentKind
    name_sealed: string
    number_sealed: string
    phone_sealed: string | null
    surname: string
    id_tail: string
    person_tag: string
    phone_tag: string | null
    phone_tail_tag: string | null
  }
  pass: {
    number: string
    trip_id: string | null
    application_id: string | null
    replaces: string | null
    jti: string
    plate: string
    from_region: string
    to_region: string
    cargo: CargoCode
    issuer: string
    valid_from: number
    valid_to: number
    token: string
    issued_at: number
    list: number
    idx: number
    status: Standing
    status_at: number | null
    status_by: string | null
    status_reason: string | null
    status_note: string | null
  }
  status_list: {
    id: Generated<number>
    opened_at: number
    closed_at: number | null
    until: number
    size: number
    issued: number
  }
  status_change: { seq: Generated<number>; list: number; idx: number; status: Standing; at: number }
  code_withdrawn: { trip_number: string; plate: string; before_at: number; until: number; reason: string }
  pass_application: {
    id: string
    applicant: 'driver' | 'shipper' | 'consignee'
    trip_id: string | null
    company: string | null
    company_code: string | null
    contact_sealed: string | null
    phone_sealed: string | null
    plate: string
    from_region: string
    to_region: string
    cargo: CargoCode
    cargo_name: string | null
    crew_sealed: string | null
    department: string
    committed_at: number
    state: 'issued' | 'waiting' | 'declined'
    flags: string
    applied_at: number
    decided_at: number | null
    decided_by: string | null
    decision_reason: string | null
    decision_note: string | null
    first: Flag
    replaces: string | null
    form_hash: string
  }
  foreign_pass: {
    id: string
    inspection_id: string
    plate: string
    number: string | null
    issuer: string
    valid_to: number | null
    shown: 'number' | 'qr' | 'photo'
    old_style: Flag
    recorded_at: number
  }
  lead: {
    id: string
    dedupe: string
    kind: LeadKind
    at: number
    found_at: number
    plate: string
    credential: string | null
    inspection_id: string
    checkpoint_id: string
    other_inspection_id: string | null
    other_checkpoint_id: string | null
    detail: string
    state: LeadState
    passed_to: PassedTo | null
    handled_at: number | null
    handled_by: string | null
    note: string | null
  }
  evidence: {
    id: string
    inspection_id: string
    taken_at: number
    received_at: number
    photo_sealed: string
    until: number
  }
  credential_seen: {
    credential: string
    at: number
    inspection_id: string
    checkpoint_id: string
    plate: string
    clock_known: Flag
  }
  bundle_made: {
    terminal_id: string
    seq: number
    at: number
  }
  risk_area: {
    id: string
    region: string
    name: string
    level: 'high' | 'medium'
    from_at: number
    to_at: number | null
    source: string
    added_by: string
    added_at: number
    ended_by: string | null
    ended_at: number | null
    end_reason: string | null
  }
  health_result: {
    id: string
    person_tag: string
    result: 'negative' | 'positive' | 'pending'
    sampled_at: number | null
    reported_at: number | null
    source: string
    taken_in_at: number
  }
  listed_person: {
    person_tag: string
    kind: 'positive' | 'red' | 'tracking'
    surname: string
    id_tail: string
    since: number
    source: string
  }
  terminal: {
    id: string
    staff_id: string
    checkpoint_id: string
    lane: number
    device: string
    segment: string | null
    public_jwk: string
    thumbprint: string
    bound_at: number
    last_seen_at: number | null
    released_at: number | null
    released_by: string | null
    release_reason: string | null
  }
  inspection: {
    id: string
    terminal_id: string
    staff_id: string
    checkpoint_id: string
    lane: number
    plate: string
    trip_id: string | null
    made_at: number
    /** When the truck was taken up; null: the phone did not say. */
    begun_at: number | null
    received_at: number
    offline: Flag
    row: string
    outcome: string
    server_row: string
    agrees: Flag
    edition: string
    modifiers: string
    facts: string
    verdict: string
    device_verdict: string
    crew: string
    corrects: string | null
    envelope: string
  }
  shift_event: {
    id: string
    kind: 'on' | 'off' | 'seen' | 'lane-open' | 'lane-closed' | 'released'
    shift_id: string | null
    terminal_id: string
    staff_id: string
    checkpoint_id: string
    lane: number | null
    segment: string | null
    at: number
    made_at: number
    received_at: number
    clock_offset_ms: number | null
    detail: string | null
    envelope: string | null
  }
  verdict_review: {
    inspection_id: string
    finding: 'older-edition' | 'clock' | 'known-later' | 'mistyped' | 'app-fault' | 'tampering'
    note: string | null
    at: number
    by_staff: string
  }
  task: {
    id: string
    inspection_id: string
    kind: string
    checkpoint_id: string
    plate: string
    opened_at: number
    state: 'open' | 'done' | 'withdrawn'
  }
  code_event: {
    person_tag: string
    id: string
    at: number
    kind: LedgerEvent['kind']
    event: string
    inspection_id: string | null
    taken_in_at: number
  }
  code_person: {
    person_tag: string
    colour: 'green' | 'yellow' | 'red' | 'grey'
    since: number | null
    proposals: number
    events: number
    next_at: number | null
  }
  due_done: { id: string; timer: string; subject: string; due_at: number; done_at: number; late: Flag; told: Flag }
  runner: { name: string; seen_until: number }
  let_go: {
    inspection_id: string
    plate: string
    trip_id: string | null
    at: number
    expected_at: number | null
    next_at: number | null
  }
  arrival: { trip_id: string; at: number; source: 'driver' | 'office' | 'leaving'; taken_in_at: number }
  tracking: {
    id: string
    inspection_id: string
    seat: number
    person_tag: string | null
    surname: string
    id_tail: string
    plate: string
    checkpoint_id: string
    trip_id: string | null
    opened_at: number
    state: 'waiting' | 'negative' | 'positive' | 'handled' | 'withdrawn'
    result_id: string | null
    result_at: number | null
    closed_at: number | null
    closed_by: string | null
    outcome: string | null
  }
  message: {
    id: string
    dedupe: string
    at: number
    kind: string
    audience: Audience
    ref: string | null
    channel: 'screen' | 'sms'
    urgent: Flag
    zh: string
    en: string
    article: string | null
    subject: string
    /** GB/T 2260 of county, city or province; null = everybody's of that audience. */
    area: string | null
    sent_at: number | null
    seen_at: number | null
    seen_by: string | null
  }
  notice: {
    id: string
    dedupe: string
    at: number
    incident: string | null
    checkpoint_id: string | null
    county: string
    to_kind: 'person' | 'staff' | 'group'
    to_ref: string
    phone_sealed: string | null
    phone_tag: string | null
    channel: NoticeChannel
    lane: string
    step: NoticeStep
    urgent: Flag
    title: string
    text: string
    article: string | null
    ack_key: string | null
    link_tag: string | null
    link_until: number | null
    not_after: number | null
    state: NoticeStanding
    note: string | null
    due_at: number
    tries: number
    unclear: Flag
    sent_at: number | null
    gateway_id: string | null
    merged_into: string | null
    lease: string | null
    lease_until: number | null
    receipt_at: number | null
    message_id: string | null
  }
  notice_attempt: {
    id: string
    notice_id: string
    lane: string
    at: number
    outcome: 'sent' | 'later' | 'never' | 'unclear' | 'found' | 'not-found' | 'delivered' | 'undelivered' | null
    code: string | null
    reason: string | null
  }
  notice_lane: {
    lane: string
    lease: string | null
    lease_until: number
    failures: number
    rest_until: number
    dead_since: number | null
    last_error: string | null
    last_error_at: number | null
    last_ok_at: number | null
  }
  notice_answer: { notice_id: string; answer: SummonsAnswer; ack_key: string; at: number; by: 'link' | 'reply' }
  push_subscription: {
    id: string
    endpoint_tag: string
    endpoint_sealed: string
    p256dh: string
    auth_sealed: string
    staff_id: string
    terminal_id: string | null
    made_at: number
  }
  push_key: { name: string; public_key: string; private_sealed: string }
  list_entry: {
    id: string
    list: ListKind
    version: number
    state: Stage
    document: PersonDocumentKind | null
    name_sealed: string | null
    number_sealed: string | null
    phone_sealed: string | null
    surname: string
    id_tail: string
    person_tag: string | null
    company: string | null
    company_code: string | null
    plate: string | null
    for_entry: string | null
    closed_loop: Flag
    eligibility: Eligibility | null
    from_at: number | null
    to_at: number | null
    ended_at: number | null
    batch: string | null
    made_by: string
    made_at: number
  }
  list_step: {
    entry_id: string
    version: number
    step: string
    by_staff: string
    at: number
    document_no: string | null
    reason: string | null
  }
  appeal: {
    id: string
    kind: 'code' | 'external-code' | 'verdict'
    trip_id: string | null
    seat: number | null
    person_tag: string | null
    surname: string
    opening: string | null
    reason: Reason | null
    ground: string | null
    inspection_id: string | null
    checkpoint_id: string | null
    plate: string
    place: string | null
    said: string
    note_sealed: string | null
    by_kind: 'driver' | 'terminal' | 'system'
    by_id: string | null
    region: string | null
    colour: 'yellow' | 'red' | null
    state: 'waiting' | 'accepted' | 'cleared' | 'upheld' | 'referred' | 'corrected'
    automatic: Flag
    checks: string
    submitted_at: number
    accepted_at: number | null
    accepted_by: string | null
    decided_at: number | null
    decided_by: string | null
    elapsed_ms: number | null
    way: string | null
    document: string | null
    why: string | null
    false_evidence: Flag
    reply: string | null
  }
  verdict_correction: {
    inspection_id: string
    by_staff: string
    at: number
    reason: string
    corrected: string
    facts: string
    verdict: string
    row: string
    outcome: string
  }
  edition_kept: { id: string; name: string; content: string; kept_at: number }
  amendment: {
    id: string
    version: number
    draft: string
    class: 'emergency' | 'regular'
    state: 'draft' | 'published' | 'dropped' | 'rolled-back'
    drafted_by: string
    drafted_at: number
    dry_run: string | null
    first_by: string | null
    first_at: number | null
    second_by: string | null
    published_at: number | null
    from_at: number | null
    edition: string | null
    ended_at: number | null
    ended_by: string | null
    end_reason: string | null
  }
  amendment_step: {
    amendment_id: string
    number: number
    step: 'draft' | 'change' | 'try' | 'sign' | 'publish' | 'drop' | 'roll-back'
    version: number
    by_staff: string
    at: number
    draft: string | null
  }
  overlay: {
    id: string
    level: 'county' | 'checkpoint'
    place: string
    file: string
    proof: string
    superior: string
    under: string
    edition: string
    state: 'in-force' | 'ended'
    accepted_by: string
    accepted_at: number
    from_at: number
    ended_at: number | null
    ended_by: string | null
    end_reason: string | null
  }
  duty_person: {
    id: string
    role: DutyRole
    checkpoint_id: string | null
    area: string | null
    name: string
    title: string
    unit: string
    phone_sealed: string
    rank: number
    from_at: number
    to_at: number | null
    ended_at: number | null
    put_by: string
    put_at: number
  }
  queue_input: {
    id: string
    checkpoint_id: string
    kind: 'check-in' | 'report'
    at: number
    received_at: number
    plate: string | null
    source: 'qr' | 'fence' | null
    metres: number | null
    stake_metres: number | null
    wait_minutes: number | null
    by_kind: 'anyone' | 'driver' | 'terminal' | 'staff'
    by_id: string | null
  }
  queue_reading: {
    checkpoint_id: string
    at: number
    wait: number
    low: number
    high: number
    virtual: number
    vehicles: number
    metres: number
    confidence: 'high' | 'medium' | 'low'
    lost_since: number | null
    level: 0 | 1 | 2 | 3
    over_kilometre: Flag
    condition: string
    known: Flag
  }
  queue_hour: {
    checkpoint_id: string
    hour: number
    minutes: number
    trucks: number
    arrivals: number
    wait: number
    worst: number
    lanes: number
    busy_trucks: number
    busy_minutes: number
  }
  hour_forecast: {
    checkpoint_id: string
    hour: number
    made_at: number
    arrivals: number
    low: number
    high: number
    wait: number
    lanes: number
  }
  expected_peak: {
    id: string
    checkpoint_id: string
    from_at: number
    to_at: number
    made_at: number
    told_at: number | null
    arrivals: number
    capacity: number
    lanes: number
    wait: number
    advice_lanes: number
    advice_staff: number
    advice_wait: number
    advice_short: Flag
  }
  congestion_event: {
    id: string
    checkpoint_id: string
    kind: string
    at: number
    known_at: number
    detail: string
    by_kind: 'measured' | 'driver' | 'terminal' | 'staff' | 'link' | 'reply' | 'phone'
    by_id: string | null
  }
  incident: {
    id: string
    checkpoint_id: string
    origin: string
    opened_at: number
    started_at: number | null
    ended_at: number | null
    step: StepId | null
    watched: Flag
    dismissed: Flag
  }
  road_block: {
    id: string
    kind: BlockKind
    road: string
    place: string
    county: string
    source: BlockSource
    started_at: number
    owner: string
    contact_sealed: string
    detour: string | null
    level: CaseLevel
    level_since: number | null
    made_at: number
    made_by: string
    resolved_at: number | null
    resolution: string | null
  }
  place: {
    id: string
    kind: PlaceKind
    name: string
    road: string
    direction: string | null
    county: string
    phone: string | null
    hours: string
    free: Flag
    for_trucks: Flag
    services: string
    owner: string | null
    closed_at: number | null
    closing: string | null
    due_told_at: number | null
    changed_at: number
  }
  checkpoint_closure: {
    id: string
    checkpoint_id: string
    why: 'lanes' | 'checkpoint'
    from_at: number
    to_at: number | null
  }
  region: { id: string; since: number; told_at: number; ended_at: number | null }
  region_member: { region_id: string; incident_id: string; joined_at: number }
  incident_call: {
    id: string
    incident_id: string
    checkpoint_id: string
    key: string
    step: StepId | null
    purpose: Purpose
    channel: Channel
    ear: string
    person_id: string | null
    at: number
    due_at: number
    late: Flag
    about: string | null
    ack_key: string | null
    zh: string
    en: string
  }
  call_done: { call_id: string; at: number; by_staff: string; outcome: string; note: string | null }
  incident_photo: { incident_id: string; at: number; by_staff: string; reason: string; photo_sealed: string }
  hotline_case: {
    id: string
    day: number
    day_no: number
    way: CaseWay
    category: CaseCategory
    state: CaseState
    level: CaseLevel
    area: string
    plate: string | null
    trip_id: string | null
    checkpoint_id: string | null
    inspection_id: string | null
    staff_id: string | null
    terminal_id: string | null
    reporter_sealed: string | null
    phone_tag: string | null
    phone_tail_tag: string | null
    words: string
    words_sealed: string | null
    filed_at: number
    made_at: number
    events: number
    round: number
    due_at: number | null
    look_at: number | null
    supervised: Flag
    overdue: Flag
    form_hash: string
  }
  hotline_case_event: {
    case_id: string
    n: number
    move: 'make' | CaseMove
    at: number
    by_role: CaseRole
    by_id: string | null
    detail: string
    text_sealed: string | null
  }
  audit: AuditRow
  audit_head: SignedHead
}
