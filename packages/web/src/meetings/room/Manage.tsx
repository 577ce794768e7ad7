import { later } from '../../later.tsx'

/** Comes after the page: whoever reads has no need of menus and dialogs, and does not wait for them. */
export const Manage = later(() => import('./ManageMenu.tsx').then((m) => m.ManageMenu))
