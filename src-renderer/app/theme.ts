import {
  ActionIcon,
  Autocomplete,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Loader,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  Popover,
  Portal,
  SegmentedControl,
  Select,
  Tooltip,
} from '@mantine/core'
import { foldedFilter } from '../ui/form/folded-filter.ts'
import { type Scheme, scheme } from '../ui/preferences.ts'

const petrol: MantineColorsTuple = [
  '#edf5f7',
  '#d5e8ec',
  '#a9cfd8',
  '#6db3c2',
  '#3e93a6',
  '#237c91',
  '#0f5c6e',
  '#0c4d5d',
  '#0a3f4c',
  '#072f39',
]

const gray: MantineColorsTuple = [
  '#f6f7f7',
  '#eff1f1',
  '#e3e6e8',
  '#d3d8da',
  '#b4bcc0',
  '#858f94',
  '#5f6a70',
  '#434c52',
  '#2c3337',
  '#1b2124',
]

const dark: MantineColorsTuple = [
  '#e3e7e9',
  '#c3cacd',
  '#99a3a8',
  '#717c82',
  '#3b4448',
  '#2b3235',
  '#1c2123',
  '#15191b',
  '#101314',
  '#0b0d0e',
]

const red: MantineColorsTuple = [
  '#fcf0ef',
  '#f9dedc',
  '#f4bfbb',
  '#f0938b',
  '#de5f57',
  '#c93c34',
  '#b3261e',
  '#941f18',
  '#751813',
  '#57110e',
]

/** The element that menus, questions and messages are drawn into. */
export const layers = 'layers'

/** The one place where the look of controls is decided; colours of surfaces and states are variables in theme.css. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  colors: { petrol, gray, dark, red },
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 5 },
  black: '#1b2124',
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1rem', lineHeight: '1.45' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.45' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.45' },
    },
  },
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(0 0 0 / 6%)',
    md: '0 4px 16px rgb(0 0 0 / 10%)',
    lg: '0 8px 28px rgb(0 0 0 / 14%)',
    xl: '0 16px 48px rgb(0 0 0 / 20%)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  activeClassName: '',
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    Loader: Loader.extend({ defaultProps: { size: 'sm' } }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', position: 'bottom-end', offset: 4, withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 'lg', shadow: 'xl' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', offset: 4 } }),
    Portal: Portal.extend({ defaultProps: { target: `#${layers}` } }),
    Autocomplete: Autocomplete.extend({ defaultProps: { filter: foldedFilter } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { filter: foldedFilter } }),
    Select: Select.extend({ defaultProps: { filter: foldedFilter } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { withItemsBorders: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, offset: 6, events: { hover: true, focus: true, touch: false } },
    }),
  },
})

/** Points Mantine's own colours at the variables of theme.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--ak-surface)',
    '--mantine-color-text': 'var(--ak-text)',
    '--mantine-color-dimmed': 'var(--ak-dim)',
    '--mantine-color-placeholder': 'var(--ak-dim)',
    '--mantine-color-error': 'var(--ak-red)',
    '--mantine-color-anchor': 'var(--ak-accent-text)',
    '--mantine-color-default': 'var(--ak-surface)',
    '--mantine-color-default-hover': 'var(--ak-hover)',
    '--mantine-color-default-color': 'var(--ak-text)',
    '--mantine-color-default-border': 'var(--ak-line)',
  }
  return { variables: {}, light: shared, dark: shared }
}

/** Keeps light, dark or automatic per officer, like every other setting. */
export function schemeManager(): MantineColorSchemeManager {
  let stop = () => {}
  return {
    get: () => scheme.get(),
    // Being told of a change, Mantine sets it once more.
    set: (value: Scheme) => value !== scheme.get() && scheme.set(value),
    subscribe: (onUpdate) => {
      let last = scheme.get()
      stop = scheme.subscribe(() => {
        if (scheme.get() === last) return
        last = scheme.get()
        onUpdate(last)
      })
    },
    unsubscribe: () => stop(),
    clear: () => scheme.set('auto'),
  }
}
