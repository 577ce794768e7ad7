import { Fragment } from 'react'
import { paths } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Page, Section } from '../ui/Page.tsx'
import { type DeskPart, greeting, needsSentence } from './needs.ts'
import { deskParts } from './parts.ts'

/** What needs me now. */
export function DeskPage() {
  const me = useMe()
  // biome-ignore lint/correctness/useHookAtTopLevel: the list is written down once, so the order is always the same
  const parts = deskParts.map((usePart) => usePart())
  const known = parts.every(({ isPending }) => !isPending)
  const bare = known && parts.every(({ rows, now, error }) => rows.length === 0 && !now && !error)
  const [first = me.person.name] = me.person.name.split(' ')
  return (
    <Page
      title="Desk"
      heading={`${greeting(new Date())}, ${first}.`}
      lead={known ? needsSentence(parts) : '\u00a0'}
    >
      {parts.map(({ id, now }) => now && <Fragment key={id}>{now}</Fragment>)}
      {parts.map((part) => (
        <DeskSection key={part.id} part={part} />
      ))}
      {bare && (
        <div className="mt-8">
          <Empty
            title="A desk fills itself."
            action={
              <>
                <ButtonLink kind="go" href={paths.start()}>
                  Start something
                </ButtonLink>
                <ButtonLink href={paths.people()}>Invite colleagues</ButtonLink>
              </>
            }
          >
            Here stand the meetings of the week, the answers and decisions you owe, and what of yours is
            stuck. Write the press release of something that does not exist yet, ask two people to read it,
            and the first of them appears.
          </Empty>
        </div>
      )}
    </Page>
  )
}

/** One part of the desk under its heading. */
export function DeskSection({ part: { id, title, note, actions, rows, error, retry } }: { part: DeskPart }) {
  if (error !== undefined && error !== null)
    return (
      <Section id={id} title={title}>
        <ErrorNote error={error} retry={retry} />
      </Section>
    )
  if (rows.length === 0) return null
  return (
    <Section id={id} title={title} note={note} actions={actions}>
      <List>{rows}</List>
    </Section>
  )
}
