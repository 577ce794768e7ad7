interface Props {
  pages: readonly { page: number; seconds: number; words: string }[]
}

/** How long each page took, as a line for each. */
export function PageTimes({ pages }: Props) {
  const longest = Math.max(60, ...pages.map(({ seconds }) => seconds))
  return (
    <ul className="mt-3 max-w-measure text-small">
      {pages.map(({ page, seconds, words }) => (
        <li key={page} className="grid grid-cols-[3.75rem_minmax(0,1fr)_auto] items-center gap-3 py-1">
          <span className="text-ink-3 figures">Page {page}</span>
          <span
            aria-hidden="true"
            className="h-1 rounded-full bg-accent/50"
            style={{ width: `${(seconds / longest) * 100}%` }}
          />
          <span className="text-ink-2 figures">{words}</span>
        </li>
      ))}
    </ul>
  )
}
