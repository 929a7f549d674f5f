export const terminalKept = {
  id: '0190a6b0-0000-4000-8000-0000000000f1',
  inspector: { id: '0190a6b0-0000-4000-8000-0000000000a1', name: '查验示例' },
  checkpoint: { id: 'JZ-G01', name: '焦作西站', county: '410822' },
  lane: 1,
  boundAt: '2022-05-16T08:00:00+08:00',
}
