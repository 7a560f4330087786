import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './app/theme.css'
import { features } from './app/screens.ts'
import { start } from './app/start.tsx'

const root = document.getElementById('root')
if (root) start(root, features)
