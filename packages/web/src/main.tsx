import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { queryClient } from './api.ts'
import { nouns } from './nouns.ts'
import { meQuery } from './people/me.ts'
import { match } from './router.tsx'
import { Rail } from './shell/Shell.tsx'

// who is here and the page's code are fetched together, not one after the other
void queryClient.prefetchQuery(meQuery)
const first = match(
  nouns.flatMap(({ pages }) => pages),
  window.location.pathname,
)?.page
first?.preload()
if (first?.frame === 'rail') Rail.prefetch()

const root = document.getElementById('app')
if (root === null) throw new Error('index.html has no #app')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
