import { useMutation } from '@tanstack/react-query'
import { api, queryClient } from '../../../api.ts'
import { notify, notifyProblem, notifyRefusal } from '../../../shell/notices.ts'
import { Button } from '../../../ui/Button.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import type { Request } from '../words.ts'

type Reader = Request['readers'][number]

interface Props {
  reader: Reader
  outside: NonNullable<Reader['outside']>
  mayEnd: boolean
}

/** Where they were written to, and how long their link opens the document. */
export function OutsideReader({ reader, outside: { address, state, expiresAt }, mayEnd }: Props) {
  const { person } = reader
  return (
    <>
      {address !== person.name && `${address}, `}without an account ·{' '}
      {state === 'ended' && 'the link was ended'}
      {state !== 'ended' && (
        <>
          the link {state === 'over' ? 'ended' : 'ends'} <RelativeTime at={expiresAt} />
        </>
      )}
      {state === 'open' && mayEnd && reader.readAt === null && (
        <SendAgain personId={person.id} name={person.name} />
      )}
      {state === 'open' && mayEnd && <EndLink personId={person.id} name={person.name} />}
    </>
  )
}

function SendAgain({ personId, name }: { personId: Reader['person']['id']; name: string }) {
  const send = useMutation(
    api.feedback.sendAgain.mutationOptions({
      onSuccess: () => notify(`The letter goes to ${name} again, with another link.`),
      onError: (error) => notifyRefusal(error, 'The letter was not sent. Try again.'),
    }),
  )
  return (
    <Button kind="bare" busy={send.isPending} onClick={() => send.mutate({ personId })}>
      Send the letter again<span className="sr-only"> to {name}</span>
    </Button>
  )
}

/** At once, wherever it is open. Nothing brings it back; they can be asked again. */
export function EndLink({ personId, name }: { personId: Reader['person']['id']; name: string }) {
  const end = useMutation(
    api.feedback.endLink.mutationOptions({
      async onSuccess() {
        await queryClient.invalidateQueries({ queryKey: api.feedback.key() })
        notify(`The link of ${name} opens nothing any more.`)
      },
      onError: () => notifyProblem('The link still opens the document. Try again.'),
    }),
  )
  return (
    <Button kind="bare" busy={end.isPending} onClick={() => end.mutate({ personId })}>
      End the link<span className="sr-only"> of {name}</span>
    </Button>
  )
}
