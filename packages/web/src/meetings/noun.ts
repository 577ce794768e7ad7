import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

const pages = () => import('./pages.ts')

export const meetingsNoun: Noun = {
  rail: { label: 'Meetings', href: paths.meetings() },
  pages: [
    page(paths.meetings, async () => (await pages()).MeetingsPage()),
    page(paths.meetingsFor, async () => (await pages()).MeetingsForPage()),
    page(paths.predictions, async () => (await pages()).PredictionsPage()),
    page(paths.ideaMeetings, async () => (await pages()).IdeaMeetingsPage()),
    page(paths.ideaLineage, async () => (await pages()).LineagePage()),
    page(paths.scheduleMeeting, async () => (await pages()).SchedulePage()),
    page(paths.invitation, async () => (await pages()).InvitationPage()),
    page(paths.seeAMeeting, async () => (await pages()).SeeAMeetingPage(), 'whole'),
    page(paths.guest, async () => (await pages()).GuestPage(), 'outside'),
    page(paths.joinByCode, async () => (await pages()).JoinByCodePage(), 'outside'),
    page(paths.display, async () => (await pages()).DisplayPage(), 'outside'),
    page(paths.paper, async () => (await pages()).PaperPage(), 'whole'),
    page(paths.rehearsal, async () => (await pages()).RehearsalPage(), 'whole'),
    page(paths.meeting, () => import('./room/RoomPage.tsx').then(({ RoomPage }) => RoomPage), 'whole'),
  ],
}
