import { isRefusal } from '../refusal.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { NotFound } from './NotFound.tsx'

/** In place of a page that has the whole screen: what is not there leads on, what broke can be tried again. */
export function CannotOpen({ error, retry }: { error: unknown; retry?: () => void }) {
  if (isRefusal(error, 'not-found') || isRefusal(error, 'invalid-input')) return <NotFound />
  return (
    <div className="mx-auto max-w-form px-4 py-18">
      <h1 className="sr-only">It could not be opened</h1>
      <ErrorNote error={error} retry={retry} />
    </div>
  )
}
