import electron from 'electron'
import { startShell } from './shell/shell.ts'

// Not awaited: Electron becomes ready only after this module has run to its end.
startShell(
  electron,
  {
    argv: process.argv,
    cwd: process.cwd(),
    platform: process.platform,
    programFiles: process.env.ProgramFiles,
    mainFolder: import.meta.dirname,
    onFault: (listener) => {
      process.on('uncaughtException', listener)
      process.on('unhandledRejection', listener)
    },
  },
  async () => (await import('electron-updater')).default.autoUpdater,
)
