/** Refusals of the offline bundle. */
export const bundleFaultWords = {
  'BU-01': {
    zh: '离线包自检未通过，暂不下发；手机继续使用已有的离线包。请联系系统管理员检查签名密钥。',
    en: 'The offline bundle did not pass its own check and is not handed out; phones go on with theirs. Check the signing keys.',
  },
  'BU-02': {
    zh: '离线包暂时无法制作；手机继续使用已有的离线包。请联系系统管理员。',
    en: 'The offline bundle cannot be made just now; phones go on with theirs. Call the administrator.',
  },
  'BU-03': {
    zh: '页面版本过旧，请刷新页面后再用；未上传的记录不会丢失。',
    en: 'This page is older than the server. Load it again; nothing kept on the phone is lost.',
  },
} as const
