import { describe, expect, it } from 'vitest'
import { nothingPressed, pressed, sayingIn } from '../../checkpoint-app/inspector/queue-report-state.ts'
import { nothingTyped, sayingTyped } from '../../checkpoint-app/dispatch/queue-told-state.ts'

describe('拥堵上报 with gloves on', () => {
  const chips = (...presses: ['wait' | 'length', string][]) =>
    presses.reduce((form, [part, value]) => pressed(form, part, value), nothingPressed)

  it('two chips say it; one pressed again is taken back', () => {
    expect(sayingIn(chips(['wait', '40'], ['length', '500']))).toEqual({
      saying: { congested: true, waitMinutes: 40, metres: 500, stake: null },
    })
    expect(sayingIn(chips(['wait', '45'], ['wait', '45']))).toEqual({
      saying: { congested: true, waitMinutes: null, metres: null, stake: null },
    })
  })

  it('half a stake and a pad left empty are asked for again', () => {
    expect(sayingIn(chips(['length', 'stake']))).toEqual({ wrong: 'stakeWrong' })
    expect(sayingIn(chips(['wait', 'typed']))).toEqual({ wrong: 'numberWrong' })
    expect(sayingIn({ ...nothingPressed, length: { by: 'stake', text: '44950' } })).toMatchObject({
      saying: { stake: 44_950, metres: null },
    })
  })

  it('clear is no queue and no wait, whatever was pressed before', () => {
    expect(sayingIn({ ...chips(['wait', '90']), congested: false })).toEqual({
      saying: { congested: false, waitMinutes: 0, metres: 0, stake: null },
    })
  })
})

describe('the same at the board, while somebody talks', () => {
  it('takes digits of any width, and a stake with or without its K', () => {
    expect(sayingTyped({ ...nothingTyped, minutes: '２５', metres: '1,200' }).saying).toMatchObject({
      waitMinutes: 25,
      metres: 1200,
    })
    for (const stake of ['k44+950', '44950', ' K44 + 950'])
      expect(sayingTyped({ ...nothingTyped, stake }).saying).toMatchObject({ stake: 44_950, metres: null })
  })

  it('says which field is none', () => {
    expect(sayingTyped({ ...nothingTyped, minutes: '半小时', stake: 'G45' })).toEqual({
      saying: undefined,
      errors: { minutes: true, metres: false, stake: true },
    })
  })
})
