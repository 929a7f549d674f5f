import { describe, expect, test } from 'vitest'
import { checkDraft, emptyDraft, formOf, isDueAsTyped, type Draft } from '../../checkpoint-app/apply/form.ts'
import { linkFor, routeOf, shortId } from '../../checkpoint-app/apply/route.ts'
import { load, save, withApplication, withoutApplication, withReissue } from '../../checkpoint-app/apply/stored.ts'
import { applyAsCompany } from '../../schema/api/passes.ts'
import { foodCompany } from '../kit/specimens-passes.ts'

const id = '0190a6b0-0000-4000-8000-0000000000b1'
const key = 'k'.repeat(43)

const draft: Draft = {
  ...emptyDraft,
  ...foodCompany,
  contact: '赵例',
  phone: '138 0000 0099',
  plate: '浙f·x0001',
  from: '330402',
  to: '410823',
  cargo: '09',
  crew: [{ name: ' 李示例 ', idTail: '003x' }],
  commitment: true,
}
const blocked = (part: Partial<Draft>) =>
  checkDraft({ ...draft, ...part }).flatMap(({ path, note, blocks }) => (blocks ? [`${path}: ${note}`] : []))

describe('the form of a company', () => {
  test('is sent as the contract has it, however it was typed', () => {
    const form = formOf(draft, id)
    expect(form).toMatchObject({ plate: '浙FX0001', phone: '13800000099', crew: [{ name: '李示例', idTail: '003X' }] })
    expect(applyAsCompany.body?.safeParse(form).success).toBe(true)
    expect(formOf(draft, id, { application: id, key })?.replaces).toEqual({ application: id, key })
  })

  test.each<[string, Partial<Draft>, string]>([
    ['no company', { company: ' ' }, 'company: company.short'],
    ['a code that does not add up', { companyCode: '91410800MAXXXX0151' }, 'companyCode: company-code.wrong-check'],
    ['no contact', { contact: '' }, 'contact: name.empty'],
    ['a short phone', { phone: '1380000' }, 'phone: phone.wrong-form'],
    ['no plate', { plate: '' }, 'plate: plate.empty'],
    ['no origin', { from: '' }, 'from: from.empty'],
    ['no destination', { to: '' }, 'to: to.empty'],
    ['no goods', { cargo: '' }, 'cargo: cargo.empty'],
    ['nobody drives', { crew: [{ name: '', idTail: '' }] }, 'crew.0.name: name.empty'],
    ['three of four', { crew: [{ name: '李示例', idTail: '003' }] }, 'crew.0.idTail: idTail.wrong-form'],
    ['no promise', { commitment: false }, 'commitment: commitment.missing'],
  ])('%s: said at its field, and nothing is sent', (_, part, said) => {
    expect(blocked(part)).toEqual([said])
    expect(formOf({ ...draft, ...part }, id)).toBeUndefined()
  })

  test('an unusual plate warns and goes on', () => {
    const odd = { ...draft, plate: '未知12' }
    expect(checkDraft(odd)).toEqual([expect.objectContaining({ path: 'plate', blocks: false })])
    expect(formOf(odd, id)).toBeDefined()
  })

  test('the credit code is checked as typed, once it is as long as one', () => {
    const due = (companyCode: string) =>
      checkDraft({ ...draft, companyCode }).filter((note) => isDueAsTyped(note, { ...draft, companyCode })).length
    expect([due('914108'), due('91410800MAXXXX0151'), due(foodCompany.companyCode)]).toEqual([0, 1, 0])
  })
})

describe('what the device keeps', () => {
  const shelf = () => {
    const kept = new Map<string, string>()
    return {
      kept,
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    }
  }

  test('prefilled next time, but promised anew', () => {
    const on = shelf()
    save({ applications: [], draft, sent: { id, as: 'x' } }, on)
    expect(load(on)).toEqual({ applications: [], draft: { ...draft, commitment: false }, sent: { id, as: 'x' } })
  })

  test('a link adds the pass without the rest of the form, and never loses what is known', () => {
    const empty = { applications: [], draft: emptyDraft, sent: null }
    const own = withApplication(empty, { id, key, plate: '浙FX0001', crew: ['李示例'] })
    expect(withApplication(own, { id, key }).applications).toEqual(own.applications)
    expect(withApplication(empty, { id, key }).applications).toEqual([{ id, key, plate: '', crew: [], outcome: null }])
  })

  test('forgotten is gone from the disk', () => {
    const on = shelf()
    const own = withApplication({ applications: [], draft, sent: null }, { id, key, plate: '浙FX0001' })
    save(own, on)
    expect(load(on).applications).toHaveLength(1)
    save({ ...withoutApplication(own, id), draft: emptyDraft }, on)
    expect([...on.kept]).toEqual([])
  })

  test('a pass re-issued leaves one line; while a person looks at it the old one stays', () => {
    const own = withApplication({ applications: [], draft, sent: null }, { id, key, plate: '浙FX0001' })
    const outcome = (pass: unknown) => ({ pass }) as Parameters<typeof withReissue>[2]
    expect(withReissue(own, id, outcome({})).applications).toEqual([])
    expect(withReissue(own, id, outcome(null))).toBe(own)
    expect(withReissue(own, undefined, outcome({}))).toBe(own)
  })

  test('what is not understood is left', () => {
    const on = shelf()
    on.setItem(
      'changxing.apply.applications',
      JSON.stringify([1, { id }, { id, key, plate: 'x', outcome: { old: 1 } }]),
    )
    on.setItem('changxing.apply.draft', JSON.stringify({ company: 5, crew: 'x', cargo: '77' }))
    expect(load(on)).toEqual({
      applications: [{ id, key, plate: 'x', crew: [], outcome: null }],
      draft: emptyDraft,
      sent: null,
    })
  })
})

test('the link for the driver opens the pass, and a broken one the form', () => {
  const link = linkFor('https://c.example', { id, key })
  expect(routeOf(new URL(link).hash)).toEqual({ screen: 'handed', id, key })
  expect(routeOf(`#/a/${id}`)).toEqual({ screen: 'application', id })
  for (const hash of ['', '#/', '#/a/7', `#/pass/${id}`, `#/pass/${id}/short`])
    expect(routeOf(hash).screen).toBe('form')
  expect(shortId(id)).toBe('0190A6B0')
})
