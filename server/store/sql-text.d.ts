/** The Worker's bundler hands over .sql files as text. */
declare module '*.sql' {
  const text: string
  export default text
}
