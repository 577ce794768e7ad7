import { paths } from '../paths.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'

/** Also for what exists and is not shared: the two are told apart to nobody. */
export function NotFound() {
  return (
    <Page
      title="Nothing here"
      lead="There is no such page, or it is not shared with you. If somebody sent you the address, ask them to share it."
    >
      <div className="mt-6 flex gap-2">
        <ButtonLink kind="go" href={paths.desk()}>
          Go to your desk
        </ButtonLink>
        <Button kind="bare" onClick={() => history.back()}>
          Back
        </Button>
      </div>
    </Page>
  )
}
