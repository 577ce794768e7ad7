/*
 * A small router: it keeps the page on screen until the next one's code has come, restores the scroll on the way
 * back, and moves focus to the page for those who hear it. docs/decisions says why it is ours.
 */
import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  lazy,
  type MouseEvent,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useTransition,
} from 'react'
import type { Params, Path } from './paths.ts'

/** Where a page stands: beside the rail, on the whole screen (a room, a reading), or outside before signing in. */
export type Frame = 'rail' | 'whole' | 'outside'

export interface Page {
  pattern: string
  frame: Frame
  /** Fetches the page's code ahead of a click. */
  preload(): void
  Component: ComponentType<Record<string, string>>
}

/** A page of a noun, loaded when first needed; its component is given the names in its path. */
export function page<Pattern extends string>(
  path: Path<Pattern>,
  load: () => Promise<ComponentType<Params<Pattern>>>,
  frame: Frame = 'rail',
): Page {
  let loading: ReturnType<typeof load> | undefined
  const once = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined // a failed fetch may be tried again
      throw error
    })
    return loading
  }
  // the pattern's names are the keys that `match` fills in, so the wider props hold at run time
  const Component = lazy(async () => ({ default: await once() })) as unknown as Page['Component']
  return { pattern: path.pattern, frame, preload: () => void once().catch(() => {}), Component }
}

/** The page at `pathname` and what its pattern's names stand for there. */
export function match(pages: readonly Page[], pathname: string) {
  const parts = pathname.split('/').filter(Boolean)
  for (const candidate of pages) {
    const names = candidate.pattern.split('/').filter(Boolean)
    if (names.length !== parts.length) continue
    const params: Record<string, string> = {}
    const fits = names.every((name, at) => {
      const part = parts[at] ?? ''
      if (!name.startsWith(':')) return name === part
      params[name.slice(1)] = decode(part)
      return true
    })
    if (fits) return { page: candidate, params }
  }
  return undefined
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray % in a typed address
  }
}

interface Place {
  pathname: string
  search: string
  hash: string
  /** Where the page stood when it was left; undefined for a page newly opened. */
  scroll: number | undefined
}

const listeners = new Set<() => void>()
const leaveWarnings = new Set<string>()

function here(): Place {
  const state: unknown = history.state
  const scroll =
    typeof state === 'object' && state !== null && 'scroll' in state && typeof state.scroll === 'number'
      ? state.scroll
      : undefined
  const { pathname, search, hash } = window.location
  return { pathname, search, hash, scroll }
}

function mayLeave(): boolean {
  const [warning] = leaveWarnings
  return warning === undefined || window.confirm(warning)
}

/** Opens a page of ours. `replace` leaves no step back. */
export function go(href: string, { replace = false }: { replace?: boolean } = {}) {
  if (!mayLeave()) return
  history.replaceState({ ...history.state, scroll: window.scrollY }, '')
  if (replace) history.replaceState({}, '', href)
  else history.pushState({}, '', href)
  for (const listener of listeners) listener()
}

const PlaceContext = createContext<{ place: Place; waiting: boolean; pages: readonly Page[] } | null>(null)

export function Router({ pages, children }: { pages: readonly Page[]; children: ReactNode }) {
  const [place, setPlace] = useState(here)
  const [waiting, startTransition] = useTransition()

  useEffect(() => {
    history.scrollRestoration = 'manual'
    let last = window.location.href
    const follow = () => {
      last = window.location.href
      startTransition(() => setPlace(here()))
    }
    const step = () => {
      if (window.location.href !== last && !mayLeave()) return history.pushState({}, '', last)
      follow()
    }
    listeners.add(follow)
    window.addEventListener('popstate', step)
    return () => {
      listeners.delete(follow)
      window.removeEventListener('popstate', step)
    }
  }, [])

  const value = useMemo(() => ({ place, waiting, pages }), [place, waiting, pages])
  return <PlaceContext value={value}>{children}</PlaceContext>
}

function useRouter() {
  const router = useContext(PlaceContext)
  if (router === null) throw new Error('used outside the Router')
  return router
}

/** Where we are; `waiting` while the next page's code is on its way. */
export function usePlace() {
  const { place, waiting } = useRouter()
  return { ...place, waiting }
}

export function useSearch(): URLSearchParams {
  const { search } = useRouter().place
  return useMemo(() => new URLSearchParams(search), [search])
}

/** The page for where we are, or undefined when there is none. */
export function usePage() {
  const { place, pages } = useRouter()
  return useMemo(() => match(pages, place.pathname), [pages, place.pathname])
}

/** Scroll and focus for a page newly shown: the top, or the place it was left at. `main` is the page's element. */
export function useArrival(main: { current: HTMLElement | null }) {
  const { place } = useRouter()
  const [first] = useState(place)
  useLayoutEffect(() => {
    if (place === first) return
    const target = place.hash === '' ? null : document.getElementById(place.hash.slice(1))
    if (target && place.scroll === undefined) target.scrollIntoView()
    else window.scrollTo(0, place.scroll ?? 0)
    main.current?.focus({ preventScroll: true })
  }, [place, first, main])
}

/** Asks before this page is left, by us or by closing the tab, as long as `warning` is a sentence. */
export function useLeaveWarning(warning: string | undefined) {
  useEffect(() => {
    if (warning === undefined) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    leaveWarnings.add(warning)
    window.addEventListener('beforeunload', hold)
    return () => {
      leaveWarnings.delete(warning)
      window.removeEventListener('beforeunload', hold)
    }
  }, [warning])
}

/** A link to a page of ours; everything a plain link can do (new tab, copy address) it can do as well. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const { pages } = useRouter()
  const preload = () => match(pages, new URL(href, window.location.href).pathname)?.page.preload()
  const click = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain || (rest.target !== undefined && rest.target !== '_self')) return
    event.preventDefault()
    go(href)
  }
  return <a href={href} onClick={click} onPointerEnter={preload} onFocus={preload} {...rest} />
}

/** Goes elsewhere at once, leaving no step back. */
export function Redirect({ to }: { to: string }) {
  useEffect(() => go(to, { replace: true }), [to])
  return null
}
