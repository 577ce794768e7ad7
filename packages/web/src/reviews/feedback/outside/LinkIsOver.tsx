import { Outside } from '../../../people/Outside.tsx'

export function LinkIsOver() {
  return (
    <Outside
      title="This link opens nothing any more"
      lead="It has ended, or was ended. What you said is kept. Ask whoever sent it for another."
    >
      {null}
    </Outside>
  )
}
