import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense } from 'react'
import { api, queryClient } from './api.ts'
import { later } from './later.tsx'
import { nouns } from './nouns.ts'
import { paths, withSearch } from './paths.ts'
import { meQuery } from './people/me.ts'
import { type Frame, Redirect, Router, usePage, usePlace } from './router.tsx'
import { ErrorBoundary } from './shell/ErrorBoundary.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Notices } from './shell/Notices.tsx'
import { Shell } from './shell/Shell.tsx'
import { Loading } from './ui/Empty.tsx'
import { ErrorNote } from './ui/ErrorNote.tsx'

const GuestHome = later(() => import('./people/GuestHome.tsx').then((m) => m.GuestHome))
const pages = nouns.flatMap(({ pages }) => pages)

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Router pages={pages}>
        <Current />
        <Notices />
      </Router>
    </QueryClientProvider>
  )
}

function Current() {
  const found = usePage()
  const { pathname } = usePlace()
  const content = found ? <found.page.Component {...found.params} /> : <NotFound />
  return (
    <Framed frame={found?.page.frame ?? 'rail'} pattern={found?.page.pattern}>
      <ErrorBoundary key={pathname}>
        <Suspense
          fallback={
            <div className="px-4 py-7 sm:px-10">
              <Loading />
            </div>
          }
        >
          {content}
        </Suspense>
      </ErrorBoundary>
    </Framed>
  )
}

interface FramedProps {
  frame: Frame
  pattern: string | undefined
  children: ReactNode
}

function Framed({ frame, pattern, children }: FramedProps) {
  const me = useQuery(meQuery)
  if (frame === 'outside') return children
  // a guest has one room, and whatever else they type leads back to it
  if (me.data?.person.role === 'guest' && pattern !== paths.meeting.pattern) return <GuestHome />
  if (me.data) return <Shell whole={frame === 'whole'}>{children}</Shell>
  if (me.isError)
    return (
      <div className="mx-auto max-w-form px-4 py-18">
        <ErrorNote error={me.error} retry={() => void me.refetch()} />
      </div>
    )
  return me.isPending ? null : <ToTheDoor />
}

/** Nobody is signed in: to the first visit when it is still to be made, else to sign in and then back here. */
function ToTheDoor() {
  const { pathname, search } = usePlace()
  const setup = useQuery(api.people.setupState.queryOptions())
  if (!setup.data) return null
  if (!setup.data.done) return <Redirect to={paths.welcome()} />
  const back = `${pathname}${search}`
  return <Redirect to={withSearch(paths.signIn(), { next: back === paths.desk() ? undefined : back })} />
}
