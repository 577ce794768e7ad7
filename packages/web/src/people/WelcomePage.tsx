import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { isRefusal } from '../refusal.ts'
import { go, Redirect } from '../router.tsx'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { TextLink } from '../ui/Page.tsx'
import { IdentityFields } from './identityFields.tsx'
import { becomes } from './me.ts'
import { Outside } from './Outside.tsx'

/** The first visit: four answers make the company and its first administrator. */
export function WelcomePage() {
  // asked once: after we have set it up ourselves, the page is on its way elsewhere
  const setup = useQuery(api.people.setupState.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const setUp = useMutation(
    api.people.setUp.mutationOptions({
      onSuccess(me) {
        becomes(me)
        go(paths.start(), { replace: true })
      },
    }),
  )

  if (setup.data?.done && setUp.isIdle) return <Redirect to={paths.signIn()} />
  return (
    <Outside
      title="Begin"
      lead="A few answers, and you can write. Everything else has a default you can change later."
    >
      {setup.isError && <ErrorNote error={setup.error} retry={() => void setup.refetch()} />}
      {setup.isPending && <Loading />}
      {setup.data && (
        <Form
          error={setUp.error}
          onSubmit={(text) =>
            setUp.mutate({
              name: text('name'),
              email: text('email'),
              password: text('password'),
              company: text('company'),
              ...(setup.data.codeNeeded ? { code: text('code') } : {}),
            })
          }
          actions={
            <>
              <Button kind="go" type="submit" busy={setUp.isPending} className="min-w-32">
                Begin
              </Button>
              {isRefusal(setUp.error, 'already-set-up') && <TextLink href={paths.signIn()}>Sign in</TextLink>}
            </>
          }
        >
          <IdentityFields />
          <Field label="Company" name="company" autoComplete="organization" />
          {setup.data.codeNeeded && (
            <Field
              label="Code"
              name="code"
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              className="figures tracking-wider"
              help="Printed in the terminal where Foreword was started. It shows that the machine is yours."
            />
          )}
        </Form>
      )}
    </Outside>
  )
}
