import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'

interface State {
  error: unknown
}

/** A page that broke: the rail stands, and what was typed into saved fields is on the server. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    // after an update the old page asks for files that are no longer there
    const outdated =
      error instanceof Error && /dynamically imported module|module script/i.test(error.message)
    return (
      <div role="alert" className="max-w-measure px-4 py-7 sm:px-10 sm:py-12">
        <title>This page broke · Foreword</title>
        <h1 className="font-text text-title font-semibold">
          {outdated ? 'A part of Foreword did not arrive.' : 'This page broke.'}
        </h1>
        <p className="mt-2 font-text text-read text-ink-2">
          {outdated
            ? 'It was updated meanwhile, or the connection was cut. Everything that said Saved is saved; loading again brings the rest.'
            : 'The fault is ours, not yours. Everything that said Saved is saved. Load the page again; if it breaks again, tell whoever runs Foreword what you did.'}
        </p>
        <Button kind="go" className="mt-5" onClick={() => window.location.reload()}>
          Load again
        </Button>
      </div>
    )
  }
}
