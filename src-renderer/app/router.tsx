import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import type { Feature } from './feature.ts'
import { Fault } from './shell/Fault.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

/** One route a screen, all inside the shell. Screens are loaded when they are first shown, or pointed at. */
export function createWindowRouter(features: readonly Feature[]) {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
  const routes = features
    .flatMap((feature) => feature.screens)
    .map((screen) =>
      createRoute({
        getParentRoute: () => root,
        path: screen.path,
        component: lazyRouteComponent(() => screen.load().then((Component) => ({ default: Component }))),
      }),
    )
  return createRouter({
    routeTree: root.addChildren(routes),
    history: createBrowserHistory(),
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Fault,
    // The screen's own code comes from this computer; a spinner for it would only flicker.
    defaultPendingMs: 400,
    scrollRestoration: true,
  })
}
