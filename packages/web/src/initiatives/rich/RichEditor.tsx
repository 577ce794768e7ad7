/*
 * The box in which a long answer is written. Its text is the value; the document of the editor is made of that and
 * given back as it. What others write replaces only what differs, and the caret stays among one’s own words.
 */
import { evidenceIn, isLinkable, linesOf, textOf, toEvidence } from '@foreword/core/initiatives/rich'
import { mergedWords } from '@foreword/document/merge-words'
import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { InputRule, inputRules, wrappingInputRule } from 'prosemirror-inputrules'
import { keydownHandler, keymap } from 'prosemirror-keymap'
import { type Mark, type MarkType, type Node, type NodeType, Slice } from 'prosemirror-model'
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view'
import { useContext, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { createTakeBack } from '../takeBack.ts'
import type { BoxProps } from './box.ts'
import { LinkedEvidence, type LinkedPiece } from './linked.ts'
import { docOf, linesIn, schema } from './schema.ts'

const { nodes, marks } = schema
/** On a transaction that puts in what stands in the value already. */
const GIVEN = 'given'

export function RichEditor({
  value,
  onWrite,
  beside,
  onBlur,
  labelId,
  describedBy,
  box,
  maxLength,
  placeholder = '',
  early,
}: BoxProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const [state, setState] = useState<EditorState>()
  const [history] = useState(createTakeBack)
  /** What the document says, as text. */
  const stood = useRef(value)
  const [hasFocus, setFocus] = useState(false)
  const [asking, setAsking] = useState<'link' | 'evidence'>()
  const [open, setOpen] = useState<LinkedPiece>()
  const evidence = useContext(LinkedEvidence)
  const pieces = useRef(evidence.pieces)
  pieces.current = evidence.pieces

  /** Makes the document say `text`, touching only what differs. */
  function put(text: string, caret: 'stays' | 'follows') {
    const at = view.current
    const difference = at && differenceOf(at.state.doc, docOf(linesOf(text)))
    stood.current = text
    if (!at || !difference) return
    const { start, end, slice } = difference
    const tr = at.state.tr.replace(start, end, slice).setMeta(GIVEN, true)
    const { anchor, head } = at.state.selection
    const where =
      caret === 'stays' ? [anchor, head].map((pos) => tr.mapping.map(pos, -1)) : [start + slice.size]
    const [from = 0, to = from] = where.map((pos) => Math.min(pos, tr.doc.content.size))
    tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
    at.dispatch(tr)
  }
  function settle() {
    if (view.current && !view.current.composing && stood.current !== value) put(value, 'stays')
  }
  function write(text: string, on: string) {
    onWrite(value === on ? text : (mergedWords(on, text, value) ?? text))
    beside.typing()
  }
  function goBack(way: 'back' | 'again') {
    const on = stood.current
    const text = history[way](on)
    if (text === null) return
    put(text, 'follows')
    write(text, on)
  }
  function follow(href: string) {
    const id = evidenceIn(href)
    if (id === null) window.open(href, '_blank', 'noopener')
    else setOpen(pieces.current?.get(id))
  }
  const dispatch = useEffectEvent((tr: Transaction) => {
    const at = view.current
    if (!at) return
    const next = at.state.apply(tr)
    at.updateState(next)
    setState(next)
    if (!tr.docChanged) return void (tr.selectionSet && history.pause())
    if (tr.getMeta(GIVEN)) return
    const on = stood.current
    const text = textOf(linesIn(next.doc), on)
    if (text === on) return
    history.typed(on, text, performance.now())
    stood.current = text
    write(text, on)
  })
  const acts = useEffectEvent((what: 'back' | 'again' | 'link' | 'open') => {
    if (what === 'back' || what === 'again') goBack(what)
    else if (what === 'link') setAsking('link')
    else {
      const href = view.current && linkAt(view.current.state)?.href
      if (href) follow(href)
    }
  })
  const hear = useEffectEvent((event: 'settle' | 'focus' | 'blur') => {
    if (event === 'settle') return settle()
    setFocus(event === 'focus')
    if (event === 'focus') return
    history.pause()
    beside.left()
    onBlur()
  })
  const followed = useEffectEvent(follow)
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is put in below
  useEffect(() => {
    const made = new EditorView(host.current, {
      state: EditorState.create({ doc: docOf(linesOf(stood.current)), plugins: pluginsOf(maxLength, acts) }),
      dispatchTransaction: (tr) => dispatch(tr),
      clipboardTextParser: (text) => Slice.maxOpen(docOf(linesOf(text.replaceAll('\r', ''))).content),
      decorations: (now) => goneLinks(now.doc, pieces.current),
      attributes: (now) => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
        ...(placeholder === '' ? {} : { 'aria-placeholder': placeholder }),
        'data-placeholder': now.doc.content.size <= 2 ? placeholder : '',
        class: `${box} ${whenEmpty} hover:border-ink-3 focus:border-accent focus:outline-1 focus:outline-offset-0 focus:outline-accent`,
      }),
      handleDOMEvents: {
        focus: () => hear('focus'),
        blur: () => hear('blur'),
        compositionend: () => void queueMicrotask(() => hear('settle')),
        mousedown(at, event) {
          // read, a link is one; written in, it is words
          const href = event.target instanceof Element && event.target.closest('a')?.getAttribute('href')
          if (!href || (at.hasFocus() && !event.ctrlKey && !event.metaKey)) return false
          event.preventDefault()
          followed(href)
          return true
        },
      },
    })
    view.current = made
    setState(made.state)
    if (early.current.isIn) {
      made.focus()
      const end = made.state.tr.setSelection(TextSelection.atEnd(made.state.doc))
      made.dispatch(early.current.typed === '' ? end : end.insertText(early.current.typed))
    }
    return () => {
      view.current = null
      made.destroy()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document is put right when the text becomes another
  useLayoutEffect(settle, [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: links are drawn anew when their pieces are known
  useEffect(() => view.current?.updateState(view.current.state), [evidence.pieces])

  const run = (command: Command) => {
    const at = view.current
    if (!at) return
    command(at.state, at.dispatch, at)
    at.focus()
  }
  const link = state && linkAt(state)
  const isWriting = hasFocus || asking !== undefined
  return (
    <div className="relative">
      <div ref={host} />
      {state && isWriting && (
        <div
          role="toolbar"
          aria-label="Set words"
          // the box keeps the focus
          onMouseDown={(event) => event.preventDefault()}
          className="absolute right-0 z-10 flex rounded bg-sheet text-small shadow-float max-sm:top-full max-sm:mt-1 sm:bottom-full sm:mb-1"
        >
          {tools.map(({ label, face, is, command }) => (
            <Tool key={label} label={label} pressed={is(state)} onClick={() => run(command)}>
              {face}
            </Tool>
          ))}
          <Tool
            label="Link"
            pressed={link !== undefined && evidenceIn(link.href) === null}
            onClick={() => setAsking('link')}
          >
            Link
          </Tool>
          <Tool label="Link to evidence" pressed={false} onClick={() => setAsking('evidence')}>
            Evidence
          </Tool>
          {link && (
            <>
              <Tool label="Open the link" pressed={false} onClick={() => follow(link.href)}>
                Open
              </Tool>
              <Tool label="Take the link off" pressed={false} onClick={() => run(setLink(null))}>
                Unlink
              </Tool>
            </>
          )}
        </div>
      )}
      {asking === 'link' && (
        <AskAddress
          begin={link && evidenceIn(link.href) === null ? link.href : ''}
          onClose={() => setAsking(undefined)}
          onGive={(href) => {
            setAsking(undefined)
            run(setLink(href, href))
          }}
        />
      )}
      {asking === 'evidence' &&
        evidence.choose(
          ({ id, statement }) => {
            setAsking(undefined)
            run(setLink(toEvidence(id), statement.slice(0, 80)))
          },
          () => setAsking(undefined),
        )}
      {open && evidence.show(open, () => setOpen(undefined))}
    </div>
  )
}

const whenEmpty =
  'data-placeholder:before:pointer-events-none data-placeholder:before:float-left data-placeholder:before:h-0 ' +
  'data-placeholder:before:text-ink-3 data-placeholder:before:content-[attr(data-placeholder)]'

function Tool({
  label,
  pressed,
  onClick,
  children,
}: {
  label: string
  pressed: boolean
  onClick: () => void
  children: React.ReactNode
}) {
  return (
    <button
      type="button"
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
      className={`h-8 min-w-8 rounded px-2 hover:text-ink ${pressed ? 'bg-accent-wash text-accent' : 'text-ink-2'}`}
    >
      <span aria-hidden>{children}</span>
      <span className="sr-only">{label}</span>
    </button>
  )
}

function AskAddress({
  begin,
  onGive,
  onClose,
}: {
  begin: string
  onGive: (href: string) => void
  onClose: () => void
}) {
  const [address, setAddress] = useState(begin)
  const href = /^[a-z]+:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`
  const isGood = isLinkable(href) && evidenceIn(href) === null
  return (
    <Dialog title="Link" open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isGood) onGive(href)
        }}
      >
        <Field
          label="Address"
          autoFocus
          inputMode="url"
          maxLength={2000}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <div className="mt-4">
          <Button
            type="submit"
            kind="go"
            disabledReason={isGood ? undefined : 'Write an address of the web.'}
          >
            Link it
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const tools = [
  { label: 'Bold', face: <strong>B</strong>, is: marked(marks.strong), command: toggleMark(marks.strong) },
  {
    label: 'Italic',
    face: <em className="font-text">I</em>,
    is: marked(marks.em),
    command: toggleMark(marks.em),
  },
  { label: 'List', face: '•', is: within(nodes.bullets), command: toggleList(nodes.bullets) },
  { label: 'Numbered list', face: '1.', is: within(nodes.numbers), command: toggleList(nodes.numbers) },
]

function marked(type: MarkType) {
  return ({ selection: { from, to, empty, $from }, doc, storedMarks }: EditorState) =>
    empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type)
}
function within(type: NodeType) {
  return ({ selection: { $from } }: EditorState) => $from.depth > 1 && $from.node(1).type === type
}
function toggleList(type: NodeType): Command {
  return (state, ...rest) =>
    (within(type)(state) ? liftListItem(nodes.item) : wrapInList(type))(state, ...rest)
}

interface LinkRange {
  from: number
  to: number
  href: string
}

/** The link that the caret or the selection is in. */
function linkAt({ selection: { $from, from } }: EditorState): LinkRange | undefined {
  let found: LinkRange | undefined
  $from.parent.forEach((node, offset) => {
    const [begins, href] = [$from.start() + offset, hrefOf(node.marks)]
    const goesOn = found && found.to === begins && found.href === href
    if (href === undefined || (found && found.to >= from && !goesOn)) return
    const range: LinkRange = { from: goesOn && found ? found.from : begins, to: begins + node.nodeSize, href }
    if (range.from <= from) found = range
  })
  return found && found.from <= from && from <= found.to ? found : undefined
}
const hrefOf = (set: readonly Mark[]): string | undefined =>
  set.find(({ type }) => type === marks.link)?.attrs.href

/** On the selected words, on those of the link the caret is in, or on `words` put in where it is. */
function setLink(href: string | null, words = ''): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection
    const range = empty ? linkAt(state) : { from, to }
    const tr = state.tr
    const mark = href === null ? null : marks.link.create({ href })
    if (range) {
      tr.removeMark(range.from, range.to, marks.link)
      if (mark) tr.addMark(range.from, range.to, mark)
    } else if (mark && words !== '') tr.replaceSelectionWith(schema.text(words, [mark]), false)
    dispatch?.(tr)
    return true
  }
}

/** A link to a piece that is no longer there looks like the words it is on. */
function goneLinks(doc: Node, pieces: ReadonlyMap<string, LinkedPiece> | undefined): DecorationSet | null {
  if (!pieces) return null
  const out: Decoration[] = []
  doc.descendants((node, at) => {
    const id = evidenceIn(hrefOf(node.marks) ?? '')
    if (id !== null && !pieces.has(id)) out.push(Decoration.inline(at, at + node.nodeSize, { class: 'gone' }))
  })
  return DecorationSet.create(doc, out)
}

/** With the words that were just selected by keys: the browser tells of them a moment later. */
function withSelection(view: EditorView): EditorState {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode))
    return view.state
  const [anchor, head] = [
    view.posAtDOM(anchorNode, anchorOffset ?? 0),
    view.posAtDOM(focusNode, focusOffset ?? 0),
  ]
  const { doc, selection, tr } = view.state
  const selected = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  if (!selected.eq(selection)) view.dispatch(tr.setSelection(selected))
  return view.state
}

function pluginsOf(maxLength: number, act: (what: 'back' | 'again' | 'link' | 'open') => void): Plugin[] {
  const does = (what: 'back' | 'again' | 'open') => () => {
    act(what)
    return true
  }
  const obey = keydownHandler({
    'Mod-z': does('back'),
    'Mod-y': does('again'),
    'Shift-Mod-z': does('again'),
    'Mod-b': toggleMark(marks.strong),
    'Mod-i': toggleMark(marks.em),
    'Mod-Enter': does('open'),
    'Mod-Shift-7': toggleList(nodes.numbers),
    'Mod-Shift-8': toggleList(nodes.bullets),
    // without words to link it is the palette’s, as everywhere
    'Mod-k': (_state, _dispatch, view) => {
      const state = view && withSelection(view)
      if (!state || (state.selection.empty && !linkAt(state))) return false
      act('link')
      return true
    },
    Enter: splitListItem(nodes.item),
    Backspace: (state, ...rest) => {
      const { empty, $from } = state.selection
      return empty && $from.parentOffset === 0 && $from.depth > 1 && liftListItem(nodes.item)(state, ...rest)
    },
    'Shift-Enter': chainCommands(splitListItem(nodes.item), baseKeymap.Enter ?? (() => false)),
  })
  return [
    inputRules({
      rules: [
        wrappingInputRule(/^- $/, nodes.bullets),
        wrappingInputRule(/^(\d{1,3})\. $/, nodes.numbers, (match) => ({ start: Number(match[1]) })),
        markRule(/(?:^|\s)(\*\*)([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
        markRule(/(?:^|\s)(_|(?<!\*)\*)([^*_\s](?:[^*_]*[^*_\s])?)\1$/, marks.em),
      ],
    }),
    new Plugin({
      props: {
        handleKeyDown(view, event) {
          const isDone = obey(view, event)
          if (isDone) event.stopPropagation()
          return isDone
        },
      },
      filterTransaction: (tr, { doc }) =>
        !tr.docChanged ||
        tr.getMeta(GIVEN) === true ||
        tr.doc.content.size <= doc.content.size ||
        textOf(linesIn(tr.doc), '').length <= maxLength,
    }),
    keymap(baseKeymap),
  ]
}

/** Words between signs lose the signs and are set. */
function markRule(match: RegExp, type: MarkType): InputRule {
  return new InputRule(match, ({ tr }, [whole, sign = '', words = ''], start, end) => {
    const begins = start + whole.indexOf(sign + words)
    return tr
      .replaceWith(begins, end, schema.text(words, [...tr.doc.resolve(begins).marks(), type.create()]))
      .removeStoredMark(type)
  })
}

function differenceOf(from: Node, to: Node): { start: number; end: number; slice: Slice } | null {
  const start = from.content.findDiffStart(to.content)
  const ends = from.content.findDiffEnd(to.content)
  if (start === null || !ends) return null
  // what was put twice beside itself would be cut from both ends
  const over = Math.max(0, start - Math.min(ends.a, ends.b))
  return { start, end: ends.a + over, slice: to.slice(start, ends.b + over) }
}
