/** Said to a page that is older than the server. */
export const appFaultWords = {
  'UP-01': {
    zh: '应用版本太旧：请点「更新应用」，没有这个按钮的页面请刷新；手机里的记录不会丢失，更新后自动上传。',
    en: 'This app is too old. Press "Update the app", or load the page again where there is no such button; nothing kept on the phone is lost, it is sent after the update.',
  },
} as const
