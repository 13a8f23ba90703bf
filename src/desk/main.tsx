import './lib/nonce.ts'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Desk } from './shell/desk.tsx'

const root = document.getElementById('desk')
if (!root) throw new Error('index.html has no element for the desk')
createRoot(root).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
)
