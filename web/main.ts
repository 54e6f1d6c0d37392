// Starts the studio: theme and language before the first paint, then the shell.
import './style/tokens.css'
import './style/base.css'
import { mount } from 'svelte'
import { followOffline } from './state/offline.svelte.ts'
import { restoreTheme } from './state/theme.svelte.ts'
import Studio from './Studio.svelte'
import { restoreLanguage } from './text/language.svelte.ts'

restoreTheme()
restoreLanguage()
mount(Studio, { target: document.querySelector('#app')! })
followOffline()
