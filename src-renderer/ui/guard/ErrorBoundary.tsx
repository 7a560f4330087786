import { Button } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import classes from './ErrorBoundary.module.css'

type Props = {
  readonly children: ReactNode
  readonly title: string
  readonly text: string
  readonly again: string
  /** Changes when another screen is shown; the fault of the last one is forgotten then. */
  readonly screen?: string
  readonly onFault?: (error: unknown, info: ErrorInfo) => void
}

type State = { readonly fault: { readonly error: unknown } | undefined; readonly screen: string | undefined }

/** Catches a fault while drawing, says so in the place of the screen, and draws it again on request. React knows no way without a class. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: undefined, screen: this.props.screen }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { fault: { error } }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.screen === state.screen ? null : { fault: undefined, screen: props.screen }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onFault?.(error, info)
  }

  override render(): ReactNode {
    if (!this.state.fault) return this.props.children
    const { title, text, again } = this.props
    return (
      <div className={classes.fault} role="alert">
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.text}>{text}</p>
        <Button onClick={() => this.setState({ fault: undefined })}>{again}</Button>
      </div>
    )
  }
}
