/** On every call of our pages; scripts and other systems leave it out and are not asked. */
export const appHeader = 'x-changxing-app'

/** What this page speaks. Raised with a change that pages from before it cannot follow; what is only added does not count. */
export const appSpeaks = 1

/** The server asks pages that speak less to update. Raised after `appSpeaks`, once most pages are new. */
export const appServedFrom = 1
