import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { textOf } from '@foreword/core/initiatives/rich'
import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../api.ts'
import { paths } from '../paths.ts'
import { notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { TextLink } from '../ui/Page.tsx'
import type { Answering } from './answering.ts'
import type { Idea } from './idea.ts'
import { newEntryId } from './words.ts'

type One = Outputs['narratives']['proposedAnswers']['answers'][number]
interface Props {
  idea: Idea
  question: FiveQuestion
  answering: Answering<FiveQuestion>
}

/** W4: what the draft says to a question that is not answered; a click makes it the answer, to be reworded. */
export function Proposed({ idea, question, answering }: Props) {
  const { value, write, saver } = answering
  const open = Object.values(value).some((field) => field.length === 0)
  const proposed = useQuery({
    ...api.narratives.proposedAnswers.queryOptions({ input: { initiativeId: idea.id } }),
    enabled: open,
  })
  const narrative = proposed.data?.narrative
  const here = (proposed.data?.answers ?? []).filter(
    (one) => one.question === question && isEmpty(value, one),
  )
  if (!narrative || here.length === 0) return null
  const use = ({ field, text }: One) => {
    const id = newEntryId()
    const source = narrative.title.slice(0, 300)
    // what the question holds under the names that the server proposes for it
    const set = (fields: object) => {
      write(fields)
      saver.flush()
    }
    const item = { id, kind: 'anecdote', statement: text.slice(0, 4000), source, provenance: 'reported' }
    set(field === 'items' ? { items: [item] } : { [field]: asTyped(field, text.slice(0, 4000)) })
    notifyUndo('It is the answer now. Reword it as you like.', () =>
      set(field === 'items' ? { removed: [id] } : { [field]: '' }),
    )
  }
  return here.map((one) => (
    <div key={one.field} className="border-l-2 border-rule-3 pl-4">
      <p className="text-small text-ink-2">
        <TextLink href={paths.draft(narrative)}>The draft</TextLink> says under “{one.under}”:
      </p>
      <p className="mt-1 line-clamp-6 max-w-measure font-text text-read whitespace-pre-line">{one.text}</p>
      <Button className="mt-2" onClick={() => use(one)}>
        {buttonWords[one.field]}
      </Button>
    </div>
  ))
}

const buttonWords = {
  who: 'That is who it is for',
  words: 'These are their words',
  statement: 'That is the problem',
  primary: 'That is the benefit',
  items: 'Add it to the evidence',
  description: 'That is the experience',
} satisfies Record<One['field'], string>

/** Only where nothing is written: nobody’s words are put aside for a passage. */
function isEmpty(value: object, { field }: One): boolean {
  const held: unknown = Object.entries(value).find(([name]) => name === field)?.[1]
  return (typeof held === 'string' ? held.trim() : held) === '' || (Array.isArray(held) && held.length === 0)
}

/** Its words as they are, also where a sign among them would set them. */
function asTyped(field: One['field'], text: string): string {
  if (field === 'words' || field === 'primary') return text
  return textOf(
    text.split('\n').map((line) => ({ kind: 'line', pieces: [{ text: line }] })),
    '',
  )
}
