import { Key } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { grouped, useAllCommands } from './commands.ts'

/** What the keys do here: the page's own first. */
export function Shortcuts({ open, onClose }: { open: boolean; onClose: () => void }) {
  const commands = useAllCommands().filter(({ keys, shows }) => (keys ?? shows) !== undefined)
  return (
    <Dialog
      title="Keys"
      open={open}
      onClose={onClose}
      lead="They are heard whenever you are not typing in a field."
    >
      {grouped(commands).map(([group, members]) => (
        <section key={group} className="mt-5 first:mt-0">
          <h3 className="mb-1 text-small font-semibold text-ink-2">{group}</h3>
          <dl>
            {members.map((command) => (
              <div
                key={command.id}
                className="flex items-center justify-between gap-4 border-t border-rule py-1.5"
              >
                <dt>{command.title}</dt>
                <dd className="flex gap-1">
                  {(command.keys ?? command.shows)?.split(' ').map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
