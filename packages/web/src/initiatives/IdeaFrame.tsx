import { isPutAway, stageLabels } from '@foreword/core/initiatives/stages'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { api } from '../api.ts'
import { paths, withSearch } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { refusalOf } from '../refusal.ts'
import { Link, usePlace } from '../router.tsx'
import { useCommands } from '../shell/commands.ts'
import { notifyProblem, notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { Page, TextLink } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { MoveDialog, ProposeDialog, PutAwayDialog, RenameDialog } from './IdeaDialogs.tsx'
import type { Idea } from './idea.ts'
import { ideaBecomes, useIdea } from './liveIdea.ts'
import { ShareDialog } from './ShareDialog.tsx'
import { nounFor, stageWords } from './words.ts'

interface Props {
  initiativeId: string
  /** The page's own name in the tab of the browser: “Questions”. */
  title: string
  width?: 'page' | 'wide'
  panel?: ReactNode
  children: (idea: Idea) => ReactNode
}

/** The head of an idea and its tabs; each tab is a page of the noun that fills it. */
export function IdeaFrame({ initiativeId, title, width = 'wide', panel, children }: Props) {
  const idea = useIdea(initiativeId)
  if (!idea.data) return <NoIdea error={idea.error} retry={() => void idea.refetch()} />
  const { name } = idea.data
  return (
    <Page
      title={`${title}: ${name}`}
      heading={name}
      // the head and the tabs stand still from tab to tab, however wide what is under them
      width="wide"
      kicker={<TextLink href={paths.ideas()}>Ideas</TextLink>}
      lead={<Standing idea={idea.data} />}
      actions={<Acts idea={idea.data} />}
      panel={panel}
    >
      <IdeaTabs initiativeId={initiativeId} />
      <div className={width === 'page' ? 'max-w-[calc(var(--container-page)-5rem)]' : ''}>
        {children(idea.data)}
      </div>
    </Page>
  )
}

/** Before it has come, or instead: an address that leads nowhere is told from a server that is away. */
function NoIdea({ error, retry }: { error: unknown; retry: () => void }) {
  if (!error)
    return (
      <Page title="Idea" heading={'\u00a0'}>
        <Loading />
      </Page>
    )
  if (refusalOf(error).kind !== 'refused')
    return (
      <Page title="Idea">
        <ErrorNote className="mt-6" error={error} retry={retry} />
      </Page>
    )
  return (
    <Page
      title="No idea here"
      lead="There is none at this address, or it is not shared with you. Its owner can share it."
    >
      <p className="mt-5">
        <TextLink href={paths.ideas()}>To the ideas you may read</TextLink>
      </p>
    </Page>
  )
}

function Standing({ idea }: { idea: Idea }) {
  const { stageSince, owner, group, relations, visibility } = idea
  const me = useMe()
  const readers =
    visibility === 'company'
      ? 'everybody here may read'
      : relations.length === 0
        ? 'only its owner may read'
        : `only ${relations.length + 1} people may read`
  return (
    <>
      {stageWords(idea)}, <RelativeTime at={stageSince} /> ·{' '}
      {me.groups.length > 1 && (
        <>
          <TextLink href={withSearch(paths.ideas(), { group: group.id })}>{group.name}</TextLink> ·{' '}
        </>
      )}
      {owner.name} owns it · {readers}
    </>
  )
}

/** So much of the one before it is seen. */
const EDGE_PX = 48

/** The views of an idea, each a page of its own. */
export function IdeaTabs({ initiativeId }: { initiativeId: string }) {
  const { pathname } = usePlace()
  const tabs = [
    { title: 'Questions', href: paths.idea({ initiativeId }) },
    { title: 'Evidence', href: paths.ideaEvidence({ initiativeId }) },
    { title: 'Studies', href: paths.ideaStudies({ initiativeId }) },
    { title: 'Assumptions', href: paths.ideaAssumptions({ initiativeId }) },
    { title: 'Narrative', href: paths.narrative({ initiativeId }) },
    { title: 'Feedback', href: paths.ideaFeedback({ initiativeId }) },
    { title: 'Asked', href: paths.ideaAsked({ initiativeId }) },
    { title: 'Meetings', href: paths.ideaMeetings({ initiativeId }) },
    { title: 'Decisions', href: paths.ideaDecisions({ initiativeId }) },
    { title: 'How it got here', href: paths.ideaLineage({ initiativeId }) },
    { title: 'Activity', href: paths.ideaActivity({ initiativeId }) },
  ]
  const nav = useRef<HTMLElement>(null)
  // on a phone they do not all fit: the one that is open is shown
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && current?.getAttribute('href') === pathname)
      nav.current.scrollLeft = current.offsetLeft - nav.current.offsetLeft - EDGE_PX
  }, [pathname])
  return (
    <nav
      ref={nav}
      aria-label="This idea"
      className="mt-5 flex gap-3 overflow-x-auto sm:gap-5 border-b border-rule"
    >
      {tabs.map(({ title, href }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? 'page' : undefined}
          className="-mb-px border-b-2 border-transparent py-2 whitespace-nowrap text-ink-2 outline-offset-[-2px] transition-colors hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}

type Open = 'share' | 'rename' | 'move' | 'parked' | 'set-aside' | 'propose' | null

function Acts({ idea }: { idea: Idea }) {
  const me = useMe()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const mayNotShare = whyNot('initiatives.share', me, idea.right)
  const change = useMutation(
    api.initiatives.changeStage.mutationOptions({
      onSuccess: ideaBecomes,
      onError: () => notifyProblem('The stage did not change. Reload to see where the idea stands.'),
    }),
  )
  const moveTo = (to: Idea['stage'], reason = '') => {
    const from = idea.stage
    change.mutate(
      { initiativeId: idea.id, to, reason },
      {
        onSuccess(moved) {
          const back = moved.moves.includes(from)
          if (back)
            notifyUndo(`It is in ${stageLabels[to]} now.`, () =>
              change.mutate({ initiativeId: idea.id, to: from, reason: 'Undone' }),
            )
        },
      },
    )
  }
  const away = isPutAway(idea.stage)
  const trigger = idea.comesBack?.on === 'trigger' ? idea.comesBack.trigger : undefined
  const before = away ? idea.moves.find((to) => !isPutAway(to) && to !== 'revise') : undefined
  const notOwner = whyNot('initiatives.update', me, idea.right)
  const putAwayReason =
    notOwner ?? (idea.met ? 'Others gave it a meeting, so this is a decision now.' : undefined)
  const steps = idea.moves.filter((to) => !isPutAway(to))
  const entries: MenuEntry[] = [
    { id: 'rename', label: 'Rename', run: () => setOpen('rename'), disabledReason: notOwner },
    ...(me.groups.length > 1
      ? [
          {
            id: 'move',
            label: 'Move to another group',
            run: () => setOpen('move'),
            disabledReason: me.person.role === 'administrator' ? undefined : notOwner,
          },
        ]
      : []),
    ...steps.map((to) => ({
      id: to,
      label: away
        ? to === before
          ? `Take it up again: ${stageLabels[to]}`
          : 'Take it up as a new iteration'
        : `Move to ${stageLabels[to]}`,
      run: () => moveTo(to),
    })),
    ...(idea.stage === 'parked'
      ? []
      : [
          {
            id: 'park',
            label: 'Park',
            detail: 'It may come back.',
            run: () => setOpen('parked'),
            disabledReason: putAwayReason,
          },
        ]),
    ...(idea.stage === 'set-aside'
      ? []
      : [
          {
            id: 'set-aside',
            label: 'Set aside',
            detail: 'With the reason, for those who come after.',
            run: () => setOpen('set-aside'),
            disabledReason: putAwayReason,
          },
        ]),
    ...((away || idea.stage === 'merged') && notOwner
      ? [{ id: 'propose', label: 'Propose to take it up again', run: () => setOpen('propose') }]
      : []),
  ]
  useCommands([
    {
      id: 'idea.share',
      title: `Share this ${nounFor(idea.stage)}`,
      group: 'This idea',
      run: () => setOpen('share'),
      disabledReason: mayNotShare,
    },
    ...entries.map(({ id, label, run, disabledReason }) => ({
      id: `idea.${id}`,
      title: String(label),
      group: 'This idea',
      run,
      disabledReason,
    })),
  ])
  return (
    <>
      {before && (
        <Button kind="go" busy={change.isPending} onClick={() => moveTo(before)}>
          Take it up again
        </Button>
      )}
      {trigger !== undefined && idea.moves.includes('revise') && (
        <Button
          kind="go"
          busy={change.isPending}
          onClick={() => moveTo('revise', `It has happened: ${trigger}`)}
        >
          It has happened
        </Button>
      )}
      <Button disabledReason={mayNotShare} onClick={() => setOpen('share')}>
        Share
      </Button>
      <Menu label="More" kind="bare" entries={entries} />
      {open === 'share' && <ShareDialog idea={idea} onClose={close} />}
      {open === 'rename' && <RenameDialog idea={idea} onClose={close} />}
      {open === 'move' && <MoveDialog idea={idea} onClose={close} />}
      {open === 'propose' && <ProposeDialog idea={idea} onClose={close} />}
      {(open === 'parked' || open === 'set-aside') && <PutAwayDialog idea={idea} to={open} onClose={close} />}
    </>
  )
}
