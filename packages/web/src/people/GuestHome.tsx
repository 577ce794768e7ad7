import { Button } from '../ui/Button.tsx'
import { signOut } from './me.ts'
import { Outside } from './Outside.tsx'

/** Where a guest is who leaves the room. */
export function GuestHome() {
  return (
    <Outside
      title="You are a guest here"
      lead="Your link opens one meeting and nothing else. Open it again to be back in the room."
    >
      <Button onClick={() => void signOut()}>Sign out</Button>
    </Outside>
  )
}
