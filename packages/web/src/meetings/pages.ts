/** The pages of this noun by name, apart from its addresses: the shell carries those alone. */
export const MeetingsPage = () => import('./list/MeetingsPage.tsx').then((module) => module.MeetingsPage)
export const IdeaMeetingsPage = () =>
  import('./list/IdeaMeetingsPage.tsx').then((module) => module.IdeaMeetingsPage)
export const MeetingsForPage = () =>
  import('./assisting/MeetingsForPage.tsx').then((module) => module.MeetingsForPage)
export const LineagePage = () => import('./lineage/LineagePage.tsx').then((module) => module.LineagePage)
export const SchedulePage = () => import('./schedule/SchedulePage.tsx').then((module) => module.SchedulePage)
export const InvitationPage = () =>
  import('./schedule/InvitationPage.tsx').then((module) => module.InvitationPage)
export const SeeAMeetingPage = () =>
  import('./simulated/SeeAMeetingPage.tsx').then((module) => module.SeeAMeetingPage)
export const GuestPage = () => import('./guests/GuestPage.tsx').then((module) => module.GuestPage)
export const JoinByCodePage = () =>
  import('./display/DisplayPage.tsx').then((module) => module.JoinByCodePage)
export const DisplayPage = () => import('./display/DisplayPage.tsx').then((module) => module.DisplayPage)
export const PaperPage = () => import('./paper/PaperPage.tsx').then((module) => module.PaperPage)
export const PredictionsPage = () =>
  import('./predictions/PredictionsPage.tsx').then((module) => module.PredictionsPage)
export const RehearsalPage = () =>
  import('./rehearsal/RehearsalPage.tsx').then((module) => module.RehearsalPage)
