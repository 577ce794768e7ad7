import { Button } from '../ui/Button.tsx'
import { signOut } from './me.ts'
import { Outside } from './Outside.tsx'

/** Where a guest is who leaves what their link is to. */
export function GuestHome() {
  return (
    <Outside
      title="You are a guest here"
      lead="Your link opens one meeting or one document, and nothing else. Open it again to be back there."
    >
      <Button onClick={() => void signOut()}>Sign out</Button>
    </Outside>
  )
}
