import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './style.css'

const place = document.getElementById('page')
if (!place) throw new Error('The page has no place to stand')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
