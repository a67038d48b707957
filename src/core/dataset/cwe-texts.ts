import type { CweId } from './sample.ts';

/**
 * One paragraph on each weakness of the data set, 40 to 70 words: what goes wrong in Python, how it is
 * exploited, what mends it. What stands in backticks is code.
 */
const TEXTS: Readonly<Record<CweId, string>> = {
  'CWE-020':
    'The program takes a value from outside as if it were what it should be. `float("nan")` is a number to Python, -3 is a valid quantity for `int`, and `re.match` without an end lets a tail through. So a cart gets cheaper with every item, or a limit never triggers. Check type, range, length and the whole form before the first use, and refuse the rest.',
  'CWE-022':
    'A file name from outside is joined to a folder. `../../etc/passwd`, an absolute path or a symbolic link in an archive leads out of it, since `os.path.join` forgets the folder as soon as the second part is absolute. The attacker reads or overwrites files that were never meant for them. Resolve the path, links included, and open it only if it still lies in the folder.',
  'CWE-077':
    'Text from outside becomes part of a command for something that reads commands: a printer, a modem, a cache server, a program with options. A line break starts a second command, a leading dash becomes an option such as `--output=…`. The attacker gives orders with the program’s rights. Keep data apart from commands by lengths, lists of arguments or `--`, and refuse what the language could misread.',
  'CWE-078':
    'The program builds a line for the operating system’s shell, as in `subprocess.run(f"convert {name}", shell=True)`. A file called `x; rm -r ~` then runs a second program, and `$(…)` or backticks work inside double quotes too. Start programs with a list of arguments and no shell; where a shell can’t be avoided, pass each value through `shlex.quote`.',
  'CWE-079':
    'A page shows text of one visitor to another without turning `<`, `&` and quotes into entities. A comment such as `<img src=x onerror=…>` then runs as script in the reader’s browser, with their session. `html.escape` helps in text and quoted attributes; links also need their scheme checked, and data inside `<script>` an encoding of its own. Uploaded HTML must not be served as a page.',
  'CWE-080':
    'Tags that a visitor typed arrive in the page as tags. Even without script they forge parts of it: a form that sends passwords elsewhere, a false notice, a frame. Filters that delete `<script` miss other tags, capital letters and pieces that only become a tag after the deletion. Escape everything first, then add the few pieces of markup that you made yourself.',
  'CWE-089':
    'Values are pasted into an SQL statement, as in `f"… WHERE name = \'{name}\'"`. A quote in the value ends the string, and the rest is read as SQL: `\' OR 1=1 --` returns every row, a `UNION` reads other tables. Pass values as parameters, `execute("… WHERE name = ?", (name,))`; names of columns and directions, which can’t be parameters, come from a list of allowed ones.',
  'CWE-094':
    'The program writes Python from outside data and runs it: `exec` on a template, a generated class, a settings file loaded as a module. A field name such as `x=__import__("os").system("…")` becomes code with all rights of the program. Taking builtins away doesn’t help, since objects lead back to them. Read data as data, or interpret a small language of your own that knows only what it needs.',
  'CWE-095':
    'Input reaches `eval`, perhaps hidden in an f-string, to calculate a formula or read a list. `__import__("os").system("id")` is an expression too, and so is a walk over `().__class__` that finds its way without any names. Use `ast.literal_eval` for values. For formulas, parse with `ast` and calculate the few kinds of nodes that you allow, with limits on sizes and powers.',
  'CWE-113':
    'A value goes into an HTTP header with its line breaks. After `\\r\\n` the attacker writes headers of their own, such as a cookie, or with two of them the whole body of the answer; caches then hand it to others. Refuse control characters in header names and values, or encode them, also where the value came percent-encoded and is decoded on the way.',
  'CWE-116':
    'Text is put into a format by string formatting: JSON with `"` in it, a calendar file with line breaks, a message with separators. The reader at the other end sees more fields or records than were meant, and believes them. Let an encoder write the format, `json.dumps` for instance, or escape every character that has a meaning there, including the escape character itself.',
  'CWE-125':
    'A length or offset inside the data decides what is read, and nobody compares it with what is there. In Python a slice is silently shorter and a negative index counts from the end, so a reply to a request for 64 kB can carry bytes of a neighbour’s record in the same buffer. Check every length and offset against the part that belongs to this message.',
  'CWE-193':
    'A limit is wrong by one: `<=` where `<` belongs, a range that stops early, a terminator that was not counted. Then a sixth guess is allowed after five, the last block is never looked at, or the first byte of the next field is returned too. Say for each bound whether it is included, use half-open ranges, and try the values on both sides of it.',
  'CWE-209':
    'The answer to a failed request repeats the exception: a path, an SQL statement, an address with a password, a line of another person’s data. Attackers provoke errors to read them. Give visitors a short message and a number to quote, write the details to the log, and remember chained causes and `repr` of objects, which carry the same details along.',
  'CWE-252':
    'A function says in its result that it failed or did only a part, and the caller goes on. `readinto` may fill half of a buffer, `write` may take half of the data, a child process ends with a status other than 0. A key then consists of zeros, or an unsigned file counts as signed. Look at the result, repeat or stop, and use `check=True` where it exists.',
  'CWE-259':
    'A password or key stands in the source. Everyone who can read the code, a copy, an old commit or the program’s memory has it; all installations share it, and it can’t be changed without a new release. Attackers look for such strings first. Read the secret from the environment or a protected file, refuse to start without one, and give no default.',
  'CWE-269':
    'A step runs with more rights than it needs, or rights come from where they shouldn’t: a sign-up form with `role=admin` in it, a token that grants more than its owner has, a process that keeps root because groups were not dropped first. Give each step only what it needs, take rights from your own records, drop them for good, and give them back on errors too.',
  'CWE-276':
    'A new file or folder gets the default permissions. With a usual umask, `open(path, "w")` makes a file that every account of the machine can read, and `chmod` afterwards comes too late for whoever opened it in between. Tokens, databases and logs leak that way. Create the file with its final mode, `os.open(path, flags, 0o600)`, and set folders and backups as tightly.',
  'CWE-283':
    'The program doesn’t check that a thing belongs to whoever it acts for. Somebody plants a job file in another user’s name, claims a device that is still registered, or proves control of a site with a token that was made for another account. Bind each proof and each request to one owner, read the owner from a source that can’t be forged, and compare before acting.',
  'CWE-287':
    'Logging in can be had without the secret: the server believes a cookie that says who you are, a directory accepts an empty password as an anonymous login, the second step works without the first. The attacker is then somebody else. Let the server keep or sign what it has proved, demand every step in order, and treat every unexpected answer as a refusal.',
  'CWE-295':
    'A TLS connection is made without checking who is at the other end: `ssl._create_unverified_context()`, `check_hostname = False`, or a comparison of names that takes `*.org`. Anyone on the way can show a certificate of their own and read and change everything. Use `ssl.create_default_context()`, add your own authority for private servers, and let the name be checked.',
  'CWE-306':
    'An important function can be called without logging in: the admin route that no page links to, a second spelling of the path, another HTTP method, a port that was meant for a technician. Attackers find it by trying. Deny by default, ask for the login in one place that every request passes, and list the few functions that are open to all.',
  'CWE-326':
    'The method is sound, but too little of it is used: a key from a four-digit code, `pbkdf2_hmac` with 1,000 rounds, a group of 512 bits. A graphics card tries all possibilities in hours. Use keys of 128 bits or more from `secrets`, groups of 2,048 bits or more, and for passwords a slow derivation with a random salt and a current number of rounds.',
  'CWE-327':
    'A method that is known to be broken protects something: MD5 for a signature, a hash of secret and message instead of an HMAC, ECB blocks that show equal parts as equal. Attackers find collisions, extend messages, or reorder blocks. Use today’s standards for what they are made for: SHA-256, `hmac.new`, authenticated encryption; and don’t build a method of your own from a good piece.',
  'CWE-329':
    'Encryption in chained blocks starts from an initialisation vector that the attacker knows beforehand: zeros, a counter, the last block of the message before. Equal beginnings then look equal, and who can have text encrypted can test guesses about somebody else’s. Draw a fresh vector from `secrets` or `os.urandom` for each message and send it along; it needn’t be secret.',
  'CWE-347':
    'A message is believed although its signature was not really checked: missing signatures pass, the message itself names the algorithm (`none`), padding is searched instead of compared. Attackers then write messages in somebody’s name. Fix the algorithm and key on the receiving side, rebuild the expected bytes in full, compare with `hmac.compare_digest`, and only then look at what the message says.',
  'CWE-367':
    'The program checks something and uses it a moment later, as in `if not os.path.exists(p): open(p, "w")`. In between an attacker puts a symbolic link there, changes the verified file, or redeems the same voucher twice. Make check and use one step: `open(p, "x")`, reading once and using those bytes, an `UPDATE … WHERE` whose row count tells who was first.',
  'CWE-377':
    'A temporary file gets a name that can be guessed in a folder that all may write to. `tempfile.mktemp` only invents a name; before the program opens it, somebody else has put a link there, and the program overwrites a file of its own user or reads planted data. Let `NamedTemporaryFile` or `mkstemp` invent the name and create the file in one step.',
  'CWE-379':
    'A working folder is made where others can enter it: a fixed name under `/tmp`, with default permissions, perhaps there already because somebody else made it. They read the scans, swap a file before it is processed, or leave links. Make it with `tempfile.mkdtemp`, which picks a new name and lets only its owner in, and never take over a folder that exists.',
  'CWE-434':
    'An upload is stored as what it claims to be. A picture called `a.php` or `a.html`, or an SVG with script in it, is then served or run by the site itself. The sender chooses content type and ending freely. Choose the name yourself, allow a short list of kinds, look at the bytes, and serve uploads so that a browser can’t run them.',
  'CWE-454':
    'Something that the program trusts gets its first value from outside: a proxy from the header `Proxy`, which CGI turns into `HTTP_PROXY`; the base of a link from `Host`; session variables from form fields of the same name. The attacker so redirects requests and links, or starts with rights. Set such variables from configuration, and copy only fields that you name.',
  'CWE-477':
    'The code calls a function that was given up, often for reasons of safety: `tempfile.mktemp`, `datetime.utcnow` with its missing time zone, a loader that newer versions removed. It breaks at an upgrade, or keeps a known hole open: a pass is valid hours too long. Read the notes on deprecation, and use what replaced it, with its rules rather than the old ones.',
  'CWE-502':
    'Bytes from outside go into `pickle.loads`, `shelve`, `marshal` or a home-made loader that builds any class by name. A pickle is a program: its `__reduce__` calls `os.system` while it is being read, long before anyone looks at the result. Use JSON and check the fields, or let a restricted `Unpickler` find only a few harmless classes. A signature must be checked before.',
  'CWE-521':
    'Accounts accept passwords that are guessed at once: `123456`, the user’s own name, eight spaces, or an empty one by another way such as the reset form. Attackers try the common ones on all accounts. Apply one rule on every path: a minimum length after trimming, no password from the list of common ones, none made of the name; long phrases must be allowed.',
  'CWE-595':
    'Two things are compared by identity or as different kinds of things where equal values are meant. `is` on texts and numbers works for small examples and fails for values that came over the network; an object without `__eq__` equals only itself. A revoked pass is then not found in the list. Compare values with `==`, in one normal form, and define equality and hash together.',
  'CWE-601':
    'After logging in the site forwards to an address from the request. `//evil.example`, `https:///evil.example`, a backslash or `https://good.example@evil.example` slips past checks that look for a slash or the site’s name. The victim trusts the link since it begins with the real site. Allow paths of your own site after parsing them as browsers do, or look targets up by key.',
  'CWE-611':
    'An XML parser follows entities that a document defines itself. `<!ENTITY x SYSTEM "file:///etc/passwd">` puts a file of the server into the answer, or makes the server call an address inside its network. In Python this takes a handler or feature that loads external entities, or an include. Leave those off, and refuse documents that bring a document type of their own.',
  'CWE-641':
    'A name from outside becomes a file name, within the right folder, but with characters that mean something: a slash, a NUL, a trailing dot, a leading dash, a reserved name, or two names that fall together after cleaning. Files are overwritten, hidden or taken for options. Allow a small set of characters and a length, and make names unique yourself, or store under numbers.',
  'CWE-703':
    'Something unusual happens and the program goes on in a state that nobody thought of: the directory is down and the door opens, half of a transfer is booked, one bad message stops the queue for all. Attackers cause the exception on purpose. Decide for each failure what is safe, usually refusing; undo what was half done, and catch only what you can handle.',
  'CWE-730':
    'A regular expression needs exponential time for some texts. Patterns such as `(a+)+$` or `(\\w|\\d)*!` try every way of splitting the input before they give up, so thirty letters from a visitor occupy a processor for minutes. Write patterns in which each character has one way to match, use possessive or atomic groups, limit the length, or parse by hand.',
  'CWE-732':
    'An existing important file ends up with permissions that are too wide: a restored backup with mode 666, a replaced key that lost its mode of 600, a ledger that a whole group may write. Others read secrets or change what the program believes. Set the mode explicitly when writing, on the temporary file before it takes the place, and keep or tighten what was there.',
  'CWE-776':
    'An XML document defines entities in terms of each other: ten of them, each ten times the one before, turn a kilobyte into gigabytes while it is parsed. The server runs out of memory for everyone; a single long entity, used often, does the same. Refuse documents that define entities, as a parser’s `EntityDeclHandler` can, or count what expansion yields and stop.',
  'CWE-787':
    'Data is written at an offset that was not checked. Python doesn’t crash: a negative index writes at the end, and `buffer[a:b] = data` with the wrong length moves everything behind it. So one packet changes a neighbour’s record, a header or the flag after the name field. Check offset and length against the part that may be written, and write exactly that many bytes.',
  'CWE-827':
    'A document names the document type that it wants to be read with, and the program fetches it from wherever that is: another folder, another server, a `file:` address. Whoever wrote the document so decides what its entities mean, reads local files, or learns that it was opened. Resolve document types only from a fixed list of your own, by identifier, and refuse all others.',
  'CWE-835':
    'A loop has no way to end for some input: a record of length 0 that never moves the position, a page whose “next” is itself, a reader that waits for bytes after the connection ended. One request then occupies a worker for ever. Make sure that each round moves forward, stop at the end of the data, and limit the number of rounds.',
  'CWE-862':
    'The program knows who is asking but never asks whether they may. Changing the number in `/reports/17` shows somebody else’s report, and a second way to the same thing, an include or an export, forgets the check that the first one has. Ask for each object and each action, on the server, close to where the object is loaded.',
  'CWE-863':
    'There is a check, but it asks the wrong question: a role in any school instead of this one, rights on the source but not on the target, a prefix `team` that also fits `teamster`. The attacker does something allowed in one place to reach another. Write down who may do what to which object, check exactly that, with whole names, for every object that is touched.',
};

/** What goes wrong, how it is exploited and what mends it; null for an id that the data set doesn’t have. */
export function cweText(cwe: CweId): string | null {
  return TEXTS[cwe] ?? null;
}

/** The definition at MITRE, which writes ids without leading zeros. */
export function cweUrl(cwe: CweId): string {
  return `https://cwe.mitre.org/data/definitions/${Number(cwe.slice('CWE-'.length))}.html`;
}

/** Every CWE id that has a text, in order. */
export const CWE_IDS: readonly CweId[] = Object.keys(TEXTS);
