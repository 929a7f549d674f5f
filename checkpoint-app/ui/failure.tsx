import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { useUiWords } from './use-ui-words.ts'

function Broken() {
  const words = useUiWords()
  return (
    <main>
      <div className="empty" role="alert">
        <h1>{words.broken}</h1>
        <p>{words.brokenDo}</p>
        <Button kind="primary" onClick={() => location.reload()}>
          {words.reopen}
        </Button>
        <p>
          <a href="tel:12328">{words.hotline}</a>
        </p>
      </div>
    </main>
  )
}

/** Our own mistakes end here, with a way on, instead of in a blank page. */
export class Failure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children
  }
}
