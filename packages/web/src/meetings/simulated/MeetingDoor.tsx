import { paths } from '../../paths.ts'
import { go } from '../../router.tsx'
import { Door } from '../../start/Door.tsx'

/** The third way in: whoever has sat in one knows what the document is for. */
export function MeetingDoor() {
  return (
    <Door
      title="See a meeting"
      says="Read the guide’s own pages in silence with five simulated readers, open their questions and decide. Alone, in five minutes; nothing is stored."
      act="See a meeting"
      onOpen={() => go(paths.seeAMeeting())}
    />
  )
}
