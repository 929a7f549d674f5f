/** Made by plugin.ts at build time. */
declare module 'virtual:plate-pack' {
  type PackFile = { readonly url: string; readonly bytes: number }
  export const platePack: { readonly model: PackFile; readonly engine: PackFile }
}
