import type { Noun } from '../noun.ts'
import { paths } from '../paths.ts'
import { page } from '../router.tsx'

export const meetingsNoun: Noun = {
  rail: { label: 'Meetings', href: paths.meetings() },
  pages: [
    page(paths.meetings, () => import('./list/MeetingsPage.tsx').then(({ MeetingsPage }) => MeetingsPage)),
    page(paths.ideaMeetings, () =>
      import('./list/IdeaMeetingsPage.tsx').then(({ IdeaMeetingsPage }) => IdeaMeetingsPage),
    ),
    page(paths.scheduleMeeting, () =>
      import('./schedule/SchedulePage.tsx').then(({ SchedulePage }) => SchedulePage),
    ),
    page(paths.invitation, () =>
      import('./schedule/InvitationPage.tsx').then(({ InvitationPage }) => InvitationPage),
    ),
    page(
      paths.seeAMeeting,
      () => import('./simulated/SeeAMeetingPage.tsx').then(({ SeeAMeetingPage }) => SeeAMeetingPage),
      'whole',
    ),
    page(paths.guest, () => import('./guests/GuestPage.tsx').then(({ GuestPage }) => GuestPage), 'outside'),
    page(
      paths.joinByCode,
      () => import('./display/DisplayPage.tsx').then(({ JoinByCodePage }) => JoinByCodePage),
      'outside',
    ),
    page(
      paths.display,
      () => import('./display/DisplayPage.tsx').then(({ DisplayPage }) => DisplayPage),
      'outside',
    ),
    page(paths.paper, () => import('./paper/PaperPage.tsx').then(({ PaperPage }) => PaperPage), 'whole'),
    page(
      paths.rehearsal,
      () => import('./rehearsal/RehearsalPage.tsx').then(({ RehearsalPage }) => RehearsalPage),
      'whole',
    ),
    page(paths.meeting, () => import('./room/RoomPage.tsx').then(({ RoomPage }) => RoomPage), 'whole'),
  ],
}
