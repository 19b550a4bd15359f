/** What `dropline.config.json` says. With problems in it, it says nothing. */
export interface PageConfig {
  /** Of sites whose editors may open the page and be given codes. */
  readonly allowedOrigins: readonly string[];
  /** What is wrong with the file, a sentence each. */
  readonly problems: readonly string[];
}

const EXAMPLE = '{"popup": {"allowedOrigins": ["https://editor.example"]}}';
const MAX_QUOTED_CHARS = 80;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** Reads the text of `dropline.config.json`. Pure. */
export function readPageConfig(text: string): PageConfig {
  const problems: string[] = [];
  const allowedOrigins = readRoot(text, (problem) => problems.push(problem));
  return { allowedOrigins: problems.length > 0 ? [] : allowedOrigins, problems };
}

type Complain = (problem: string) => void;

function readRoot(text: string, complain: Complain): readonly string[] {
  const root = parseJson(text);
  if (!isRecord(root)) {
    complain(`The file must hold one JSON object, as ${EXAMPLE}.`);
    return [];
  }
  complainOfOthers(root, '', ['popup'], complain);
  const popup = root['popup'];
  return popup === undefined ? [] : readPopup(popup, complain);
}

function readPopup(popup: unknown, complain: Complain): readonly string[] {
  if (!isRecord(popup)) {
    complain(`popup is ${quote(popup)}. Write an object, as ${EXAMPLE}.`);
    return [];
  }
  complainOfOthers(popup, 'popup.', ['allowedOrigins'], complain);
  const origins = popup['allowedOrigins'];
  if (!Array.isArray(origins)) {
    complain(`popup.allowedOrigins is ${quote(origins)}. Write a list of origins, as ["https://editor.example"].`);
    return [];
  }
  origins.forEach((origin: unknown, at) => {
    const wrong = whatIsWrong(origin);
    if (wrong !== null) complain(`popup.allowedOrigins[${at}] is ${quote(origin)}. ${wrong}`);
  });
  return origins as string[];
}

function complainOfOthers(record: Readonly<Record<string, unknown>>, path: string, known: readonly string[], complain: Complain): void {
  for (const key of Object.keys(record)) {
    if (!known.includes(key)) complain(`${path}${key.slice(0, MAX_QUOTED_CHARS)} is unknown. Known here: ${known.join(', ')}.`);
  }
}

/** Null for an exact origin that codes may go to. */
function whatIsWrong(origin: unknown): string | null {
  if (typeof origin === 'string' && origin.includes('*')) return 'Wildcards are not taken: name each origin.';
  if (typeof origin !== 'string' || !URL.canParse(origin)) return 'Write an origin, as "https://editor.example".';
  const url = new URL(origin);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOCAL_HOSTS.includes(url.hostname)))
    return 'Only https is taken, and http on localhost: others could listen.';
  return url.origin === origin ? null : `Write it without anything else, as ${quote(url.origin)}.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const quote = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value).slice(0, MAX_QUOTED_CHARS));
