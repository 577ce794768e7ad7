import { useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import { paths, withSearch } from '../paths.ts'
import { Key } from '../ui/Button.tsx'
import { type Command, fits, grouped, runCommand, useAllCommands } from './commands.ts'

/** Last, and there for whatever is typed: its title has every word of it. */
function searchFor(typed: string): Command[] {
  const text = typed.trim()
  if (text === '') return []
  return [
    {
      id: 'search.for',
      title: `Search documents for “${text}”`,
      group: 'In what is written',
      run: withSearch(paths.search(), { for: text }),
    },
  ]
}

export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const commands = [...useAllCommands().filter(({ id }) => id !== 'shell.palette'), ...searchFor(typed)]
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
      className="dialog-veil fixed inset-0 z-50 flex animate-appear items-start justify-center bg-veil px-3 pt-[12dvh]"
    >
      <Modal className="w-full max-w-[36rem] animate-rise overflow-hidden rounded-large bg-sheet text-ink shadow-float">
        <Dialog
          aria-label="What would you like to do?"
          className="max-h-[min(28rem,70dvh)] overflow-y-auto outline-none"
        >
          <Autocomplete filter={fits} inputValue={typed} onInputChange={setTyped}>
            <SearchField
              aria-label="Type what you would like to do"
              autoFocus
              className="sticky top-0 z-10 border-b border-rule bg-sheet"
            >
              <Input
                placeholder="What would you like to do?"
                className="w-full bg-transparent px-5 py-4 font-text text-lead outline-none [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label="Commands"
              className="p-1.5 outline-none"
              disabledKeys={commands
                .filter(({ disabledReason }) => disabledReason !== undefined)
                .map(({ id }) => id)}
              renderEmptyState={() => (
                <p className="px-3.5 py-3 text-ink-2">Nothing by that name. Try another word.</p>
              )}
              onAction={(id) => {
                onClose()
                const command = commands.find((candidate) => candidate.id === id)
                if (command) runCommand(command)
              }}
            >
              {grouped(commands).map(([group, members]) => (
                <MenuSection key={group} id={group}>
                  <Header className="px-3.5 pt-2.5 pb-1 text-tiny font-medium text-ink-3">{group}</Header>
                  {members.map((command) => (
                    <MenuItem
                      key={command.id}
                      id={command.id}
                      textValue={`${command.title} ${command.words ?? ''} ${group}`}
                      className="flex cursor-pointer items-center justify-between gap-4 rounded px-3.5 py-2 outline-none pointer-coarse:py-3 data-disabled:cursor-default data-disabled:text-ink-3 data-focused:bg-accent-wash"
                    >
                      <span>
                        {command.title}
                        <span className="block text-small text-ink-3 empty:hidden">
                          {command.disabledReason}
                        </span>
                      </span>
                      {(command.keys ?? command.shows) !== undefined && (
                        <Key>{command.keys ?? command.shows}</Key>
                      )}
                    </MenuItem>
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
