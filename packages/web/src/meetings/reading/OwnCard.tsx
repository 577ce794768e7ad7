import { useState } from 'react'
import { refusalOf } from '../../refusal.ts'
import { TextArea } from '../../ui/Field.tsx'
import { useIsRehearsal } from '../room/demonstration.ts'
import { useKept } from '../room/kept.ts'
import type { Own, OwnWork } from './useOwn.ts'

interface Props {
  own: Own
  work: OwnWork
  /** False once the questions are open: a question then stays as it was asked. */
  sealed: boolean
  /** In a list, away from the page: with the lines it is about. */
  quoted?: boolean
  /** The meeting has closed: no question is taken any more. */
  over?: boolean
}

/** A note or question of one's own in the margin: reworded in place, taken back, and never lost on the way. */
export function OwnCard({ own, work, sealed, quoted = false, over = false }: Props) {
  const [editing, setEditing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { kind, text, matter, on } = own
  const isRehearsal = useIsRehearsal()
  const isLate = over && kind === 'question'
  const mayChange = own.at === 'server' && (kind === 'note' || sealed)
  const attempt = async (act: () => Promise<void>) => {
    setProblem(undefined)
    try {
      await act()
    } catch (error) {
      const refusal = refusalOf(error)
      setProblem(refusal.kind === 'refused' ? refusal.message : 'That did not arrive. Try again.')
    }
  }
  const name = kind === 'note' ? 'Note' : matter === 'form' ? 'Remark on form' : 'Question'
  return (
    <div className={`border-l-2 pl-3.5 text-small ${kind === 'note' ? 'border-rule-2' : 'border-accent'}`}>
      <p className="text-ink-3">
        <b className="font-semibold text-ink-2">{name}</b>
        {kind === 'question' && sealed && ' · sealed'}
        {on && ` · ${on.line}`}
        {!on && ' · the whole document'}
        {own.at === 'sending' && ' · not sent yet'}
      </p>
      {quoted && on && <p className="mt-0.5 line-clamp-2 font-text text-ink-3">{on.quote}</p>}
      {editing ? (
        <Rewording
          own={own}
          onDone={() => setEditing(false)}
          onReword={(next) => attempt(() => work.reword(own, next)).then(() => setEditing(false))}
        />
      ) : (
        <p className="wrap-break-word whitespace-pre-wrap">{text}</p>
      )}
      {own.at === 'refused' && (
        <p className="mt-1 text-red">{isLate ? 'It did not arrive before the close.' : own.why}</p>
      )}
      {problem !== undefined && <p className="mt-1 text-red">{problem}</p>}
      {!editing && (
        <p className="mt-0.5 flex gap-3.5">
          {mayChange && kind === 'note' && sealed && !isRehearsal && (
            <Quiet onPress={() => void attempt(() => work.ask(own))}>Make it a question</Quiet>
          )}
          {mayChange && (
            <>
              <Quiet onPress={() => setEditing(true)}>Reword</Quiet>
              <Quiet onPress={() => void attempt(() => work.takeBack(own))}>
                {kind === 'note' ? 'Delete' : 'Take back'}
              </Quiet>
            </>
          )}
          {own.at === 'refused' && (
            <>
              {own.tooLate && <Quiet onPress={() => work.askNow(own.id)}>Ask it now</Quiet>}
              {!own.tooLate && !isLate && <Quiet onPress={() => work.again(own.id)}>Send again</Quiet>}
              {kind === 'question' && !sealed && (
                <Quiet onPress={() => work.keepAsNote(own)}>Keep it as a note</Quiet>
              )}
              <Quiet onPress={() => work.discard(own.id)}>Discard</Quiet>
            </>
          )}
        </p>
      )}
    </div>
  )
}

function Quiet({ onPress, children }: { onPress: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      className="-mx-1 rounded-small px-1 py-0.5 text-ink-2 hover:text-accent hover:underline hover:underline-offset-3 pointer-coarse:py-2"
      onClick={onPress}
    >
      {children}
    </button>
  )
}

function Rewording({
  own,
  onReword,
  onDone,
}: {
  own: Own
  onReword: (text: string) => void
  onDone: () => void
}) {
  const [text, setText, forget] = useKept(`reword.${own.id}`, own.text)
  const finish = () => {
    forget()
    onDone()
  }
  const save = () => {
    const next = text.trim()
    if (next === '' || next === own.text) return finish()
    onReword(next)
    forget()
  }
  return (
    <fieldset
      className="mt-1"
      onKeyDown={(event) => {
        if (event.key === 'Escape') finish()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        else return
        event.stopPropagation()
      }}
    >
      <TextArea
        label="Your words"
        hideLabel
        autoFocus
        rows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className="mt-0.5 flex gap-3.5">
        <Quiet onPress={save}>Keep it so</Quiet>
        <Quiet onPress={finish}>Leave it as it was</Quiet>
      </p>
    </fieldset>
  )
}
