/**
 * The one set: 24 × 24, one stroke of 2, round ends, no fill. Each is drawn here and nowhere else; `<Icon of={menuIcon} />` shows
 * it, always with its word beside it or in the button's label. The marks of states ✔ ▲ ■ ◇ ➜ are shapes (state-mark.tsx), not icons.
 */
export const menuIcon = 'M4 6H20M4 12H20M4 18H20'
export const closeIcon = 'M6 6L18 18M18 6L6 18'
export const backIcon = 'M20 12H4M10 6L4 12L10 18'
export const forwardIcon = 'M9 5L16 12L9 19'
export const plusIcon = 'M12 5V19M5 12H19'
export const eraseIcon = 'M9 5H21V19H9L2 12ZM12 9L18 15M18 9L12 15'
export const torchIcon = 'M7 3H17V7L14.5 11V21H9.5V11L7 7ZM7 7H17M12 13.5V15.5'
export const lensIcon =
  'M4 12A8 8 0 0 1 18 7M20 12A8 8 0 0 1 6 17M18 3V7H14M6 21V17H10M12 10A2 2 0 1 0 12 14A2 2 0 1 0 12 10'
export const photoIcon = 'M3 7H7.5L9 4.5H15L16.5 7H21V19H3ZM12 9.5A3.5 3.5 0 1 0 12 16.5A3.5 3.5 0 1 0 12 9.5'
export const keyboardIcon = 'M2 6H22V18H2ZM6 10H6.01M10 10H10.01M14 10H14.01M18 10H18.01M8 14H16'
export const numberIcon = 'M9 4L7 20M17 4L15 20M4 9H20M3 15H19'
export const codeIcon = 'M4 4H10V10H4ZM14 4H20V10H14ZM4 14H10V20H4ZM14 14H16V16H14ZM18 18H20V20H18Z'
export const plateIcon = 'M2 7H22V17H2ZM6 11V13M10 11V13M14 11V13M18 11V13'
export const passIcon = 'M3 6H21V18H3ZM7 10H13M7 14H11M16 14H18'
export const truckIcon = 'M2 7H13V16H2ZM13 10H17L21 13V16H13M6 19A1.5 1.5 0 1 0 6 16M17 19A1.5 1.5 0 1 0 17 16'
export const settingsIcon = 'M4 7H14M18 7H20M4 17H6M10 17H20M16 5V9M8 15V19'
export const printIcon = 'M7 8V3H17V8M7 17H4V8H20V17H17M7 14H17V21H7Z'
export const downloadIcon = 'M12 3V15M7 10L12 15L17 10M4 20H20'
export const copyIcon = 'M9 9H20V20H9ZM5 15H4V4H15V5'
export const searchIcon = 'M10.5 4A6.5 6.5 0 1 0 10.5 17A6.5 6.5 0 1 0 10.5 4M15.5 15.5L21 21'
export const phoneIcon =
  'M5 3H9L11 8L8.5 10A12 12 0 0 0 14 15.5L16 13L21 15V19A2 2 0 0 1 19 21A16 16 0 0 1 3 5A2 2 0 0 1 5 3'
export const warningIcon = 'M12 4L22 20H2ZM12 10V14M12 17H12.01'
export const syncIcon = 'M4 12A8 8 0 0 1 18 7M20 12A8 8 0 0 1 6 17M18 3V7H14M6 21V17H10'
export const offlineIcon = 'M3 3L21 21M7 18H17M7 18A4 4 0 0 1 6.5 10M10 6.5A6 6 0 0 1 17.5 11A3.5 3.5 0 0 1 20 16.5'
export const peopleIcon =
  'M9 5A3 3 0 1 0 9 11A3 3 0 1 0 9 5M3 20V18A6 6 0 0 1 15 18V20M16 5.5A3 3 0 0 1 16 10.5M18 14A5 5 0 0 1 21 18V20'
export const filterIcon = 'M4 6H20M7 12H17M10 18H14'
export const minusIcon = 'M5 12H19'
export const clockIcon = 'M12 3A9 9 0 1 0 12 21A9 9 0 1 0 12 3M12 7V12H16'
