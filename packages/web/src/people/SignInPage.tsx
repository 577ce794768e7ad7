import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { go, Redirect, useSearch } from '../router.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { EmailField } from './identityFields.tsx'
import { becomes, meQuery } from './me.ts'
import { Outside } from './Outside.tsx'

export function SignInPage() {
  const next = ownPath(useSearch().get('next'))
  const me = useQuery(meQuery)
  const setup = useQuery(api.people.setupState.queryOptions())
  const signIn = useMutation(
    api.people.signIn.mutationOptions({
      onSuccess(me) {
        becomes(me)
        go(next, { replace: true })
      },
    }),
  )

  if (setup.data?.done === false) return <Redirect to={paths.welcome()} />
  if (me.data && signIn.isIdle) return <Redirect to={next} />
  return (
    <Outside title="Sign in" lead="No account yet? Ask a colleague who is here for an invitation link.">
      <Form
        error={signIn.error}
        onSubmit={(text) => signIn.mutate({ email: text('email'), password: text('password') })}
        actions={
          <Button kind="go" type="submit" busy={signIn.isPending} className="min-w-32">
            Sign in
          </Button>
        }
      >
        <EmailField autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" />
      </Form>
    </Outside>
  )
}

/** Where to go after signing in: a page of ours, whatever the address bar was made to say. */
export function ownPath(next: string | null): string {
  if (next === null) return paths.desk()
  const url = new URL(next, window.location.origin)
  return url.origin === window.location.origin ? `${url.pathname}${url.search}${url.hash}` : paths.desk()
}
