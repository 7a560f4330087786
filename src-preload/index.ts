import { contextBridge, ipcRenderer } from 'electron'
import { installBridge, type PreloadParts } from './install.ts'

declare const window: PreloadParts['window']

installBridge({
  ipcRenderer,
  contextBridge,
  window,
  platform: process.platform,
  nonce: globalThis.crypto.randomUUID(),
})
