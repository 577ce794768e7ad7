import { lazy, Suspense } from 'react'

const ManageMenu = lazy(() => import('./ManageMenu.tsx').then((m) => ({ default: m.ManageMenu })))

/** Comes after the page: whoever reads has no need of menus and dialogs, and does not wait for them. */
export function Manage() {
  return (
    <Suspense>
      <ManageMenu />
    </Suspense>
  )
}
