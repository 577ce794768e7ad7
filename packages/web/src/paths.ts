/** The names in a pattern: `'/ideas/:initiativeId'` has `{ initiativeId: string }`. */
export type Params<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name]: string } & Params<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : Record<never, never>

/** A URL of the web app: `pattern` for the router, and the function that fills it in for links. */
export interface Path<Pattern extends string> {
  (...params: keyof Params<Pattern> extends never ? [] : [Params<Pattern>]): string
  pattern: Pattern
}

function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const fill = (params: Record<string, string> = {}) =>
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  return Object.assign(fill, { pattern })
}

/** Every URL there is. A noun adds its own here and nowhere else. */
export const paths = {
  desk: path('/'),

  welcome: path('/welcome'),
  start: path('/start'),
  signIn: path('/sign-in'),
  join: path('/join/:token'),
  stopLetters: path('/letters/stop/:token'),
  people: path('/people'),
  groups: path('/groups'),
  group: path('/groups/:groupId'),
  news: path('/news'),
  settings: path('/settings'),
  questionSet: path('/settings/questions'),
  sessions: path('/your-sessions'),

  ideas: path('/ideas'),
  idea: path('/ideas/:initiativeId'),
  ideaFeedback: path('/ideas/:initiativeId/feedback'),
  ideaAsked: path('/ideas/:initiativeId/asked'),
  ideaEvidence: path('/ideas/:initiativeId/evidence'),
  ideaStudies: path('/ideas/:initiativeId/studies'),
  ideaAssumptions: path('/ideas/:initiativeId/assumptions'),
  ideaMeetings: path('/ideas/:initiativeId/meetings'),
  ideaDecisions: path('/ideas/:initiativeId/decisions'),
  ideaLineage: path('/ideas/:initiativeId/lineage'),
  ideaActivity: path('/ideas/:initiativeId/activity'),

  templates: path('/templates'),
  newTemplate: path('/templates/new'),
  template: path('/templates/:kindId'),
  narrative: path('/ideas/:initiativeId/narrative'),
  draft: path('/drafts/:narrativeId'),
  draftChanges: path('/drafts/:narrativeId/changes'),
  edition: path('/editions/:editionId'),
  changes: path('/editions/:editionId/changes'),
  paper: path('/editions/:editionId/paper'),
  rehearsal: path('/editions/:editionId/rehearsal'),

  meetings: path('/meetings'),
  meetingsFor: path('/meetings/for/:personId'),
  seeAMeeting: path('/see-a-meeting'),
  meeting: path('/meetings/:meetingId'),
  invitation: path('/meetings/:meetingId/invitation'),
  guest: path('/guest/:token'),
  read: path('/read/:by'),
  joinByCode: path('/display'),
  display: path('/display/:code'),
  scheduleMeeting: path('/ideas/:initiativeId/meetings/new'),

  search: path('/search'),

  decisions: path('/decisions'),
  predictions: path('/decisions/predictions'),
  decision: path('/decisions/:decisionId'),
  recordDecision: path('/ideas/:initiativeId/decisions/new'),
}

/** `href` with search parameters; those that are undefined are left out. */
export function withSearch(href: string, search: Record<string, string | undefined>): string {
  const set = Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return set.length === 0 ? href : `${href}?${new URLSearchParams(set)}`
}
