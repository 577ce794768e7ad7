import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { List, Row, Section } from '../../ui/Page.tsx'

/** For an assistant: the way to whom they schedule for. For everybody else it is not there. */
export function YouScheduleFor() {
  const { data } = useQuery(api.people.assistants.queryOptions())
  if (!data || data.principals.length === 0) return null
  return (
    <Section title="You schedule for">
      <List label="You schedule for">
        {data.principals.map(({ id, name }) => (
          <Row key={id} href={paths.meetingsFor({ personId: id })}>
            {name}
          </Row>
        ))}
      </List>
    </Section>
  )
}
