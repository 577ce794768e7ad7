/*
 * Parts of a page that it can be shown without: a dialog, the next phase of a meeting. Their code comes when they
 * are drawn, or before that when the page has nothing better to do; then they are drawn at once, and also when the
 * connection has been lost meanwhile.
 */
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { waitForServer } from './connection.ts'

const ATTEMPTS = 3
const FIRST_WAIT_MS = 500

/** A function of props and nothing wider, so that what stands in a table of phases keeps its type. */
export type Later<Props> = ((props: Props) => ReactNode) & {
  /** Fetches the code ahead of time. */
  prefetch(): void
}

/** A component whose code comes later; `fallback` stands in its place as long as it is waited for. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode | ((props: Props) => ReactNode) = null,
): Later<Props> {
  let here: ComponentType<Props> | undefined
  let loading: Promise<ComponentType<Props>> | undefined
  const once = () => {
    loading ??= persistently(load).then(
      (component) => {
        here = component
        return component
      },
      (error: unknown) => {
        loading = undefined // may be tried again
        throw error
      },
    )
    return loading
  }
  const Coming = lazy(async () => ({ default: await once() })) as ComponentType<Props> // lazy's type also takes a ref

  function Part(props: Props) {
    // what is here already must not be waited for, not even for a frame; and what once began stays what it is
    const [Drawn] = useState(() => here ?? Coming)
    return (
      <Suspense fallback={typeof fallback === 'function' ? fallback(props) : fallback}>
        <Drawn {...props} />
      </Suspense>
    )
  }
  Part.prefetch = () => void once().catch(() => {}) // whoever draws it tries again and says so
  return Part
}

/** While the server is away it waits; a server that is there and has no such file is believed after some attempts. */
async function persistently<Value>(load: () => Promise<Value>): Promise<Value> {
  for (let failures = 0; ; ) {
    try {
      return await load()
    } catch (error) {
      if (await waitForServer(FIRST_WAIT_MS * 2 ** failures)) failures += 1
      if (failures === ATTEMPTS) throw error
    }
  }
}
