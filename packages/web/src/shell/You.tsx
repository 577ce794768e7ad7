import { paths } from '../paths.ts'
import { type Me, signOut } from '../people/me.ts'
import { Link } from '../router.tsx'
import { Key } from '../ui/Button.tsx'
import { runNamed } from './commands.ts'
import { chooseTheme, type Theme, useTheme } from './theme.ts'

const themes: readonly { theme: Theme; label: string }[] = [
  { theme: 'system', label: 'As the system' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
]

const entry =
  'block w-full rounded-small px-3 py-1.5 text-left outline-offset-[-2px] hover:bg-accent-wash pointer-coarse:py-2.5'

/** Your name, and behind it what is yours and the company's. A native popover: it closes by Escape or a press elsewhere. */
export function You({ me }: { me: Me }) {
  const theme = useTheme()
  const close = () => document.getElementById('you')?.hidePopover()
  return (
    <>
      <button
        type="button"
        popoverTarget="you"
        className="you-button flex min-w-0 shrink-0 items-center gap-2 rounded px-2 py-2 text-left text-ink-2 outline-offset-[-2px] hover:text-ink"
      >
        <span
          aria-hidden="true"
          className="grid size-6 shrink-0 place-items-center rounded-full border border-rule-2 text-[0.625rem] font-semibold"
        >
          {initials(me.person.name)}
        </span>
        <span className="truncate max-sm:sr-only">{me.person.name}</span>
      </button>
      <div
        id="you"
        popover="auto"
        className="you-popover fixed inset-auto m-0 w-56 rounded border border-rule bg-sheet p-1 text-ink shadow-float"
      >
        <div className="px-3 pt-2 pb-2.5">
          <p className="truncate font-medium">{me.workspace.name}</p>
          <p className="truncate text-small text-ink-3">{me.person.email}</p>
        </div>
        <ul className="border-t border-rule py-1">
          {[
            { href: paths.people(), label: 'People' },
            { href: paths.settings(), label: 'Settings' },
            { href: paths.sessions(), label: 'Your sessions' },
          ].map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className={entry} onClick={close}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <ul className="border-t border-rule py-1">
          {[
            { id: 'shell.palette', label: 'Find something to do', keys: '/' },
            { id: 'shell.shortcuts', label: 'Show the keys', keys: '?' },
          ].map(({ id, label, keys }) => (
            <li key={id}>
              <button
                type="button"
                className={`${entry} flex items-center justify-between`}
                onClick={() => {
                  close()
                  runNamed(id)
                }}
              >
                {label}
                <span aria-hidden="true">
                  <Key>{keys}</Key>
                </span>
              </button>
            </li>
          ))}
        </ul>
        <fieldset className="border-t border-rule px-3 py-2">
          <legend className="sr-only">Theme</legend>
          {themes.map(({ theme: value, label }) => (
            <label key={value} className="flex items-center gap-2 py-1 text-small pointer-coarse:py-2.5">
              <input
                type="radio"
                name="theme"
                checked={theme === value}
                onChange={() => chooseTheme(value)}
                className="size-3.5"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <div className="border-t border-rule pt-1">
          <button type="button" className={entry} onClick={() => void signOut()}>
            Sign out
          </button>
        </div>
      </div>
    </>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toUpperCase()
}
