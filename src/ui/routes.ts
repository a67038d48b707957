import type { RouteDefinition } from 'svelte-spa-router';
import wrap from 'svelte-spa-router/wrap';
import Home from './views/Home.svelte';
import NotFound from './views/NotFound.svelte';

/** Every screen. All but the first are loaded when they are opened. */
export const ROUTES: RouteDefinition = {
  '/': Home,
  '/new': wrap({ asyncComponent: () => import('./views/SetUp.svelte') }),
  '/runs': wrap({ asyncComponent: () => import('./views/Runs.svelte') }),
  '/runs/:id': wrap({ asyncComponent: () => import('./views/RunView.svelte') }),
  '/runs/:id/:cwe/:slug/:index': wrap({
    asyncComponent: () => import('./views/AttemptView.svelte'),
  }),
  '/samples': wrap({ asyncComponent: () => import('./views/Samples.svelte') }),
  '/samples/:cwe/:slug': wrap({ asyncComponent: () => import('./views/SampleView.svelte') }),
  '/other-data': wrap({ asyncComponent: () => import('./views/OtherData.svelte') }),
  '/r/:payload': wrap({ asyncComponent: () => import('./views/Shared.svelte') }),
  '/compare/:sources': wrap({ asyncComponent: () => import('./views/Compare.svelte') }),
  '/teach': wrap({ asyncComponent: () => import('./views/Teach.svelte') }),
  '/class': wrap({ asyncComponent: () => import('./views/ClassView.svelte') }),
  '/x/:payload': wrap({ asyncComponent: () => import('./views/ExerciseView.svelte') }),
  '/a/:payload': wrap({ asyncComponent: () => import('./views/ResultView.svelte') }),
  '/storage': wrap({ asyncComponent: () => import('./views/StorageView.svelte') }),
  '/help': wrap({ asyncComponent: () => import('./views/Help.svelte') }),
  '/about': wrap({ asyncComponent: () => import('./views/About.svelte') }),
  '*': NotFound,
};
