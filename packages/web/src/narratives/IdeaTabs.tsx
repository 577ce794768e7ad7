import { paths } from '../paths.ts'
import { Link } from '../router.tsx'

/** The pages of an idea, in the head of a page that has the whole screen. */
export function IdeaTabs({ initiativeId }: { initiativeId: string }) {
  const tabs = [
    { title: 'Questions', href: paths.idea({ initiativeId }) },
    { title: 'Narrative', href: paths.narrative({ initiativeId }) },
    { title: 'Feedback', href: paths.ideaFeedback({ initiativeId }) },
    { title: 'Meetings', href: paths.ideaMeetings({ initiativeId }) },
    { title: 'Decisions', href: paths.ideaDecisions({ initiativeId }) },
  ]
  return tabs.map(({ title, href }) => (
    <Link
      key={href}
      href={href}
      aria-current={title === 'Narrative' ? 'true' : undefined}
      className="rounded-small py-1 whitespace-nowrap hover:text-ink aria-[current=true]:text-ink"
    >
      {title}
    </Link>
  ))
}
