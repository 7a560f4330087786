import { Component, type ReactNode } from 'react'
import { FaultPage } from './FaultPage.tsx'

type Props = {
  readonly children: ReactNode
  readonly title: string
  readonly text: string
  readonly again: string
}

type State = { readonly failed: boolean }

/** Catches a fault while drawing, says so, and draws again on request. React knows no way without a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render(): ReactNode {
    const { children, ...words } = this.props
    return this.state.failed ? <FaultPage {...words} onAgain={() => this.setState({ failed: false })} /> : children
  }
}
