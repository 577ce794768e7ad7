/*
 * A field that others write in at the same time. Their words come in where they wrote them, and the caret stays among
 * one’s own; what is taken back is one’s own as well.
 */
import { mergedWords, splicesBetween } from '@foreword/document/merge-words'
import {
  type ComponentProps,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Field, grow, TextArea } from '../ui/Field.tsx'
import { createTakeBack } from './takeBack.ts'
import type { Beside } from './writing.tsx'

interface Live {
  value: string
  onWrite: (text: string) => void
  beside: Beside
}
type Plain<Props> = Omit<Props, 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'ref'>

export function LiveField({ value, onWrite, beside, ...field }: Plain<ComponentProps<typeof Field>> & Live) {
  const live = useLiveText<HTMLInputElement>({ value, onWrite, beside, onBlur: field.onBlur })
  return (
    <Beneath words={beside.words}>
      <Field {...field} {...live} />
    </Beneath>
  )
}

export function LiveArea({ value, onWrite, beside, ...area }: Plain<ComponentProps<typeof TextArea>> & Live) {
  const live = useLiveText<HTMLTextAreaElement>({ value, onWrite, beside, onBlur: area.onBlur })
  return (
    <Beneath words={beside.words}>
      <TextArea {...area} {...live} />
    </Beneath>
  )
}

/** In the space there is between two fields, so that nothing moves when somebody begins or ends. */
export function Beneath({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className="relative">
      {children}
      {words !== '' && (
        <p className="pointer-events-none absolute top-full right-0 text-tiny leading-4 text-ink-3">
          {words}
        </p>
      )}
    </div>
  )
}

type Box = HTMLInputElement | HTMLTextAreaElement

function useLiveText<Kind extends Box>({
  value,
  onWrite,
  beside,
  onBlur,
}: Live & { onBlur?: ((event: FocusEvent<Kind>) => void) | undefined }) {
  const ref = useRef<Kind>(null)
  const [first] = useState(value)
  const [history] = useState(createTakeBack)
  /** What stood in the box after the last change that is known here. */
  const stood = useRef(value)
  const isComposing = useRef(false)

  function put(text: string, selection: SelectionMode) {
    const box = ref.current
    if (!box) return
    for (const { start, end, text: words } of splicesBetween(box.value, text))
      box.setRangeText(words, start, end, selection)
    stood.current = box.value
    if (box instanceof HTMLTextAreaElement) grow(box)
  }
  /** The words of others; not between the strokes of one letter. */
  function settle() {
    if (!isComposing.current && ref.current && ref.current.value !== value) put(value, 'preserve')
  }
  function write(typed: string, on: string) {
    // words of others that were not put in yet belong to it as well
    onWrite(value === on ? typed : (mergedWords(on, typed, value) ?? typed))
    stood.current = typed
    beside.typing()
  }
  function goBack(way: 'back' | 'again') {
    const on = stood.current
    const text = history[way](on)
    if (text === null) return
    put(text, 'end')
    write(text, on)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box is put right when the text becomes another
  useLayoutEffect(settle, [value])
  const latest = useEffectEvent(goBack)
  useEffect(() => {
    const box = ref.current
    // from the browser’s menu, or a shaken phone
    const hear = (event: Event) => {
      const type = event instanceof InputEvent ? event.inputType : ''
      if (type !== 'historyUndo' && type !== 'historyRedo') return
      event.preventDefault()
      latest(type === 'historyUndo' ? 'back' : 'again')
    }
    box?.addEventListener('beforeinput', hear)
    return () => box?.removeEventListener('beforeinput', hear)
  }, [])

  return {
    ref,
    defaultValue: first,
    // React tells of a change only when the box holds other words than it last saw, and it does not see those put in
    onInput() {
      const typed = ref.current?.value ?? ''
      history.typed(stood.current, typed, performance.now())
      write(typed, stood.current)
    },
    onKeyDown(event: KeyboardEvent) {
      if (/^(Arrow|Home|End|Page)/.test(event.key)) history.pause()
      const way = wayOf(event)
      if (!way || event.nativeEvent.isComposing) return
      event.preventDefault()
      goBack(way)
    },
    onPointerDown: history.pause,
    onCompositionStart() {
      isComposing.current = true
    },
    onCompositionEnd() {
      isComposing.current = false
      settle()
    },
    onBlur(event: FocusEvent<Kind>) {
      history.pause()
      beside.left()
      onBlur?.(event)
    },
  }
}

function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'back' | 'again' | null {
  if (ctrlKey === metaKey || altKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'again' : 'back'
  return key === 'y' && ctrlKey ? 'again' : null
}
