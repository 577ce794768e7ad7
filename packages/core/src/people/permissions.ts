/** What a person may do with one initiative and all that hangs on it. Each right includes those before it. */
export const rights = ['read', 'comment', 'edit', 'own'] as const
export type Right = (typeof rights)[number]

/** What an operation's id names; the server finds the initiative (and so the right) through it. */
export type Subject =
  | 'initiative'
  | 'narrative'
  | 'edition'
  | 'comment'
  | 'question'
  | 'note'
  | 'meeting'
  | 'decision'

/**
 * Who may call an operation. `needs` a right: the right is looked up on the initiative that the input field `id`
 * leads to; without `read` the answer is *not found*, with too little it is *not allowed*.
 * `export` is the right that the company asks for before a document may leave it (N10): a setting.
 * `display` needs no person: whoever brings the code of a screen in force (R19), and nothing else opens that door.
 * A finer rule (only the facilitator reveals) is the noun's own decision, after this door.
 */
export type Permission =
  | { needs: 'anyone' | 'member' | 'administrator' | 'display' }
  | { needs: Right | 'export'; on: Subject; id: string }

const anyone = { needs: 'anyone' } as const
const member = { needs: 'member' } as const
/** A screen on the wall, by the code in the input. */
const display = { needs: 'display' } as const
const administrator = { needs: 'administrator' } as const
const on =
  <S extends Subject>(subject: S, id: string = `${subject}Id`) =>
  <R extends Right | 'export'>(needs: R) =>
    ({ needs, on: subject, id }) as const

const initiative = on('initiative')
const narrative = on('narrative')
const edition = on('edition')
const comment = on('comment')
const question = on('question')
const note = on('note')
const meeting = on('meeting')
const decision = on('decision')

/** One row an operation, keyed by its path in the contract. The server refuses to start when one is missing. */
export const permissions = {
  'people.setupState': anyone,
  'people.setUp': anyone,
  'people.signIn': anyone,
  'people.signOut': member,
  'people.me': anyone,
  'people.list': member,
  'people.invite': administrator,
  'people.invitations': administrator,
  'people.revokeInvitation': administrator,
  'people.invitation': anyone,
  'people.accept': anyone,
  'people.update': administrator,
  'people.remove': administrator,
  'people.sessions': member,
  'people.endSession': member,
  'people.letterChoices': member,
  'people.chooseLetters': member,
  'people.assistants': member,
  'people.nameAssistant': member,
  // one of the two: the action asks
  'people.endAssistance': member,
  // the secret in the letter is the right: a mail program has no session
  'people.stoppableLetter': anyone,
  'people.stopLetters': anyone,
  'people.workspace': member,
  'people.updateWorkspace': administrator,

  'groups.list': member,
  'groups.make': administrator,
  'groups.change': administrator,
  // an administrator, or whoever leads it: the action asks
  'groups.setPerson': member,
  'groups.close': administrator,
  'groups.remove': administrator,

  'initiatives.create': member,
  'initiatives.list': member,
  'initiatives.resembling': member,
  'initiatives.get': initiative('read'),
  'initiatives.update': initiative('own'),
  // its owner, or an administrator who may read it: the action asks
  'initiatives.move': initiative('read'),
  'initiatives.answer': initiative('edit'),
  'initiatives.markReady': initiative('own'),
  'initiatives.answerPrompt': initiative('edit'),
  'initiatives.changeStage': initiative('edit'),
  'initiatives.proposeReopening': initiative('read'),
  'initiatives.share': initiative('own'),
  'initiatives.activity': initiative('read'),
  'initiatives.watch': initiative('read'),
  'initiatives.sayWriting': initiative('edit'),
  'initiatives.watchWriting': initiative('read'),

  'evidence.list': initiative('read'),
  'evidence.capture': initiative('edit'),
  'evidence.change': initiative('edit'),
  'evidence.remove': initiative('edit'),
  'evidence.importCsv': initiative('edit'),
  'evidence.assumptions': initiative('read'),
  'evidence.addAssumption': initiative('edit'),
  'evidence.setAssumption': initiative('edit'),
  'evidence.takeBackAssumption': initiative('edit'),
  'evidence.dropAssumption': initiative('edit'),
  'evidence.weighAssumption': initiative('edit'),
  'evidence.answers': initiative('read'),
  'evidence.weighAnswer': initiative('edit'),
  'evidence.addFile': initiative('edit'),
  'evidence.file': initiative('read'),
  'evidence.dropFile': initiative('edit'),
  'evidence.studies': initiative('read'),
  'evidence.setStudy': initiative('edit'),
  'evidence.dropStudy': initiative('edit'),
  'evidence.believe': initiative('edit'),
  'evidence.interviews': initiative('read'),
  'evidence.planInterview': initiative('edit'),
  'evidence.holdInterview': initiative('edit'),
  'evidence.takeInterviews': initiative('edit'),
  'evidence.dropInterview': initiative('edit'),
  'evidence.interviewNotes': initiative('read'),

  'narratives.kinds': member,
  'narratives.saveKind': administrator,
  'narratives.addKind': administrator,
  'narratives.duplicateKind': administrator,
  'narratives.resetKind': administrator,
  'narratives.removeKind': administrator,
  'narratives.exportKind': member,
  'narratives.importKind': administrator,
  'narratives.list': initiative('read'),
  'narratives.proposedAnswers': initiative('edit'),
  'narratives.unfrozen': member,
  'narratives.pace': member,
  'narratives.get': narrative('read'),
  'narratives.start': initiative('edit'),
  'narratives.bring': member,
  'narratives.importInto': initiative('edit'),
  'narratives.duplicateGuide': member,
  'narratives.duplicate': narrative('read'),
  'narratives.guideEdition': member,
  'narratives.layout': narrative('read'),
  'narratives.pages': narrative('read'),
  'narratives.watchLayout': narrative('read'),
  'narratives.checks': narrative('edit'),
  'narratives.watchChecks': narrative('edit'),
  'narratives.dismissFinding': narrative('edit'),
  'narratives.restoreFinding': narrative('edit'),
  'narratives.openAssumptions': initiative('read'),
  'narratives.trackAssumption': narrative('edit'),
  'narratives.untrackAssumption': narrative('edit'),
  'narratives.restsOn': edition('read'),
  'narratives.exportMarkdown': narrative('export'),
  'narratives.uploadAsset': narrative('edit'),
  'narratives.adoptAssets': narrative('edit'),
  'narratives.assets': narrative('read'),
  'narratives.asset': narrative('read'),
  'narratives.freeze': narrative('edit'),
  'narratives.editions': initiative('read'),
  'narratives.edition': edition('read'),
  'narratives.changedLines': edition('read'),
  'narratives.pdf': edition('export'),
  'narratives.canonical': edition('export'),
  'narratives.nameEdition': edition('edit'),
  'narratives.draftText': narrative('read'),
  'narratives.restore': edition('edit'),
  'narratives.restores': narrative('read'),
  'narratives.undoRestore': narrative('edit'),
  'narratives.beforeRestore': narrative('export'),

  'reviews.listComments': narrative('read'),
  'reviews.watchComments': narrative('read'),
  'reviews.commentOnDraft': narrative('comment'),
  'reviews.listEditionComments': edition('read'),
  'reviews.commentOnEdition': edition('comment'),
  'reviews.reply': comment('comment'),
  'reviews.editComment': comment('comment'),
  'reviews.removeComment': comment('comment'),
  'reviews.resolveComment': comment('comment'),
  // its author or an editor: the action asks
  'reviews.reattachComment': comment('comment'),
  'reviews.openThread': comment('read'),
  // what is asked of the viewer alone; the store applies visibility
  'reviews.askedOfYou': member,
  'reviews.settleSuggestion': comment('edit'),
  'reviews.postQuestion': meeting('comment'),
  'reviews.editQuestion': question('comment'),
  'reviews.withdrawQuestion': question('comment'),
  'reviews.acceptAnswer': question('comment'),
  // of these, whoever owes the answer and whoever may edit
  'reviews.settleQuestion': question('comment'),
  'reviews.ledger': initiative('read'),
  'reviews.asked': initiative('read'),
  'reviews.askedCounts': initiative('read'),
  // one's own debts; the store asks for the viewer's and applies visibility
  'reviews.owed': member,
  'reviews.answersGiven': member,
  // whoever may read an edition may write in its margin; the store gives a note to nobody but its owner (R5)
  'reviews.listOwnNotes': edition('read'),
  'reviews.postNote': edition('read'),
  'reviews.editNote': note('read'),
  'reviews.deleteNote': note('read'),

  'feedback.ask': narrative('edit'),
  'feedback.list': initiative('edit'),
  'feedback.readership': initiative('read'),
  'feedback.end': initiative('edit'),
  // what is asked of the viewer alone; the store finds nobody else's and applies visibility
  'feedback.askedOfYou': member,
  'feedback.asked': member,
  'feedback.noteMinute': member,
  'feedback.sayRead': member,
  // the secret of the link in the letter is the right
  'feedback.openLink': anyone,
  'feedback.outsideLinks': administrator,
  // whoever asked, or an administrator: the action asks
  'feedback.endLink': member,
  'feedback.sendAgain': member,
  // one's own visit; whoever makes none finds nothing
  'feedback.watchVisit': member,

  'iterations.list': initiative('read'),
  'iterations.start': initiative('edit'),
  'iterations.end': initiative('edit'),
  'iterations.drop': initiative('edit'),
  'iterations.reopen': initiative('edit'),

  'decisions.record': initiative('own'),
  'decisions.get': decision('read'),
  'decisions.list': member,
  'decisions.restingOn': initiative('read'),

  // no right on the idea opens these, and they give none: the actions ask who named whom
  'assistants.see': member,
  'assistants.propose': member,
  'assistants.schedule': member,
  'assistants.move': member,
  'assistants.callOff': member,

  'meetings.propose': initiative('edit'),
  'meetings.schedule': initiative('edit'),
  'meetings.list': member,
  'meetings.citations': initiative('read'),
  'meetings.lineage': initiative('read'),
  'meetings.owedDecisions': member,
  'meetings.owedActions': member,
  'meetings.ownWindows': member,
  'meetings.get': meeting('read'),
  'meetings.room': meeting('read'),
  'meetings.watch': meeting('read'),
  // what every answer carries in its Date header; a screen without an account asks too
  'meetings.clock': anyone,
  'meetings.openDisplay': meeting('read'),
  'meetings.endDisplay': meeting('read'),
  'meetings.watchDisplay': display,
  'meetings.ics': meeting('read'),
  'meetings.calendar': member,
  'meetings.makeCalendar': member,
  'meetings.endCalendar': member,
  // the secret in the address is the right: no session goes with a calendar
  'meetings.followCalendar': anyone,
  'meetings.notePace': meeting('read'),
  'meetings.pace': meeting('read'),
  'meetings.afterwards': meeting('read'),
  // whose act each is and when: the table of gates in core/meetings
  'meetings.changePlan': meeting('read'),
  'meetings.callOff': meeting('read'),
  'meetings.invite': meeting('read'),
  'meetings.uninvite': meeting('read'),
  'meetings.inviteGuest': meeting('read'),
  'meetings.guests': meeting('read'),
  'meetings.removeGuest': meeting('read'),
  'meetings.guestInvitation': anyone,
  'meetings.enterAsGuest': anyone,
  'meetings.giveWindow': meeting('read'),
  'meetings.startWindow': meeting('read'),
  'meetings.endWindow': meeting('read'),
  'meetings.join': meeting('read'),
  'meetings.leave': meeting('read'),
  'meetings.handOverFacilitation': meeting('read'),
  'meetings.takeFacilitation': meeting('read'),
  'meetings.adjourn': meeting('read'),
  'meetings.pause': meeting('read'),
  'meetings.resume': meeting('read'),
  'meetings.start': meeting('read'),
  'meetings.extendReading': meeting('read'),
  'meetings.finishReading': meeting('read'),
  'meetings.answerOneQuestion': meeting('read'),
  'meetings.announceReveal': meeting('read'),
  'meetings.cancelReveal': meeting('read'),
  'meetings.openQuestion': meeting('read'),
  'meetings.endQuestion': meeting('read'),
  'meetings.addToFaq': meeting('read'),
  'meetings.mergeQuestions': meeting('read'),
  'meetings.splitQuestions': meeting('read'),
  'meetings.keepApart': meeting('read'),
  'meetings.chooseOrder': meeting('read'),
  'meetings.askToo': meeting('read'),
  'meetings.askTooNoMore': meeting('read'),
  'meetings.setMust': meeting('read'),
  'meetings.acceptAnswer': meeting('read'),
  'meetings.writeNote': meeting('read'),
  'meetings.raiseHand': meeting('read'),
  'meetings.lowerHand': meeting('read'),
  'meetings.giveTurn': meeting('read'),
  'meetings.extendDiscussion': meeting('read'),
  'meetings.moveToDecision': meeting('read'),
  'meetings.returnToDiscussion': meeting('read'),
  'meetings.deliberate': meeting('read'),
  'meetings.endDeliberation': meeting('read'),
  'meetings.decide': meeting('read'),
  'meetings.hearView': meeting('read'),
  'meetings.oweDecision': meeting('read'),
  'meetings.setExperience': meeting('read'),
  'meetings.acknowledge': meeting('read'),
  'meetings.acknowledgeFor': meeting('read'),
  'meetings.dissent': meeting('read'),
  'meetings.dissentFor': meeting('read'),
  'meetings.setAction': meeting('read'),
  'meetings.dropAction': meeting('read'),
  'meetings.finishAction': meeting('read'),
  'meetings.handOver': meeting('read'),
  'meetings.close': meeting('read'),
  'meetings.answerReturn': meeting('read'),

  // one's own alone: the store gives a prediction to nobody but whoever sealed it (D3)
  'predictions.own': meeting('read'),
  'predictions.seal': meeting('read'),
  'predictions.takeBack': meeting('read'),
  'predictions.answer': meeting('read'),
  'predictions.askLater': meeting('read'),
  'predictions.due': member,
  'predictions.list': member,
  'predictions.calibration': member,

  // each hit is asked for in the store: whose idea the viewer may not see is not found
  'search.documents': member,

  // each line is asked for in the store, as what is found is
  'notifications.list': member,
  'notifications.count': member,
  'notifications.see': member,
  'notifications.choices': member,
  'notifications.choose': member,

  'transfer.exportDraft': narrative('export'),
  'transfer.exportEdition': edition('export'),
  // whether each may leave is asked one by one
  'transfer.exportPack': member,
  'transfer.exportRecord': meeting('export'),
  'transfer.previewWord': narrative('edit'),
  'transfer.bringBack': narrative('edit'),
  'transfer.takeBack': narrative('edit'),
} as const satisfies Record<string, Permission>

/** The right a person has on an initiative, from what the data says of the two; null: it does not exist for them. */
export function rightOn(
  initiative: { visibility: 'company' | 'named'; ownerId: string },
  /** `outsider` is a guest of something else: what is open to the company is not open to them. */
  person: { id: string; relation: 'author' | 'reader' | 'guest' | 'outsider' | null },
): Right | null {
  if (person.relation === 'outsider') return null
  if (person.relation === 'guest') return 'comment'
  if (initiative.ownerId === person.id) return 'own'
  if (person.relation === 'author') return 'edit'
  if (person.relation === 'reader' || initiative.visibility === 'company') return 'comment'
  return null
}

/** Whether `held` is enough for `needed`. */
export function suffices(held: Right, needed: Right): boolean {
  return rights.indexOf(held) >= rights.indexOf(needed)
}
