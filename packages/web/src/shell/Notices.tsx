import { useReached } from '../connection.ts'
import { Link } from '../router.tsx'
import { dismiss, useNotices } from './notices.ts'

/** Fixed above the foot, where a status line may stand: nothing on the page moves when a line comes or goes. */
export function Notices() {
  const notices = useNotices()
  const reached = useReached()
  return (
    <div
      role="status"
      className="notices pointer-events-none fixed inset-x-0 bottom-0 z-60 flex flex-col items-center gap-2 px-4 pb-[calc(3rem+env(safe-area-inset-bottom))] print:hidden"
    >
      {notices.map((notice) => (
        <div
          key={notice.id}
          className="pointer-events-auto relative flex max-w-full animate-rise flex-wrap items-center gap-x-1 rounded bg-ink py-1.5 pr-11 pl-4 text-paper shadow-float"
        >
          <span className="py-1">{notice.say}</span>
          {notice.undo && (
            <button
              type="button"
              className="rounded-small px-2.5 py-1 font-medium underline underline-offset-3 outline-offset-0 focus-visible:outline-paper"
              onClick={notice.undo}
            >
              Undo
            </button>
          )}
          {notice.way && (
            <Link
              href={notice.way.href}
              className="shrink-0 rounded-small py-1 font-medium underline underline-offset-3 outline-offset-2 focus-visible:outline-paper sm:ml-2.5"
              onClick={() => dismiss(notice.id)}
            >
              {notice.way.label}
            </Link>
          )}
          <button
            type="button"
            aria-label="Dismiss"
            className="absolute top-1.5 right-1.5 rounded-small px-2.5 py-1 opacity-75 outline-offset-0 hover:opacity-100 focus-visible:outline-paper"
            onClick={() => dismiss(notice.id)}
          >
            ✕
          </button>
        </div>
      ))}
      {!reached && (
        <p className="animate-rise rounded border border-amber/30 bg-amber-wash px-4 py-2 text-amber shadow-float">
          Foreword cannot be reached. What you typed is kept here; we try again every few seconds.
        </p>
      )}
    </div>
  )
}
