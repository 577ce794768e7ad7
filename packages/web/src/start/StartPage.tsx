import { paths } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { Page, TextLink } from '../ui/Page.tsx'
import { doors, Headline } from './doors.ts'

/** The first five minutes: write a headline now, or come in by one of three doors. */
export function StartPage() {
  const me = useMe()
  return (
    <Page
      title="Start"
      heading={`${me.workspace.name} is open.`}
      lead="Working backwards starts at the end: the headline a customer will read on the day it launches. Then everything that must be true for it."
      width="wide"
    >
      {Headline && (
        <div className="mt-8 max-w-page">
          <Headline />
        </div>
      )}
      {doors.length > 0 && (
        <section className="mt-10">
          <h2 className="mb-3 text-small font-semibold text-ink-2">
            {Headline ? 'Or come in by a door' : 'Come in by a door'}
          </h2>
          <ul className="grid gap-4 sm:grid-cols-3">
            {doors.map((DoorOf, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is written down once and never changes
              <DoorOf key={at} />
            ))}
          </ul>
        </section>
      )}
      <p className="mt-9 text-ink-2">
        Writing is better with readers: <TextLink href={paths.people()}>invite two colleagues</TextLink>. Or
        go to <TextLink href={paths.desk()}>your desk</TextLink>.
      </p>
    </Page>
  )
}
