import type {
  AgencyFile,
  Codebook,
  CubeFile,
  ExamplesFile,
  FilesFile,
  FormsFile,
  IndexFile,
  Labels,
  Meta,
  QualityFile,
  Report,
  SavedQuery,
} from './published.ts';

/** A file that could not be had, and why. */
class Unavailable extends Error {
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
  }
}

/** A file that is not there. */
export class Missing extends Unavailable {}

/** A file of which nobody knows whether it is there: there was no answer, or one that the server is at fault. */
export class Unanswered extends Unavailable {}

/** The files a page of one file carries; null where the files lie beside the page. */
function carried(): ReadonlyMap<string, unknown> | null {
  const element = document.getElementById('files');
  return element ? new Map(Object.entries(JSON.parse(element.textContent ?? '{}') as Record<string, unknown>)) : null;
}

const inside = carried();

/** Whether this page is one file that may load nothing. */
export const alone: boolean = inside !== null;

async function fetched(path: string): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(path);
  } catch (error) {
    throw new Unanswered(path, error instanceof Error ? error.message : String(error));
  }
  if (answer.status >= 500) throw new Unanswered(path, String(answer.status));
  if (!answer.ok) throw new Missing(path, String(answer.status));
  return answer.json();
}

const held = new Map<string, Promise<unknown>>();

// The files are made by the same version that made this page: their types are those of `published.ts`.
function load<T>(path: string): Promise<T> {
  let file = held.get(path);
  if (!file) {
    file = inside ? (inside.has(path) ? Promise.resolve(inside.get(path)) : Promise.reject(new Missing(path, '404'))) : fetched(path);
    // What failed once may be there the next time.
    file.catch(() => held.delete(path));
    held.set(path, file);
  }
  return file as Promise<T>;
}

/** Forget what was loaded, after something was published. */
export const forget = (): void => held.clear();

// The files of a site, each loaded once; each throws Missing or Unanswered.
/** What the dataset holds in all, and where its files lie. */
export const loadMeta = () => load<Meta>('data/meta.json');
/** What codes are called. */
export const loadLabels = () => load<Labels>('data/labels.json');
/** The printed forms and their sums. */
export const loadForms = () => load<FormsFile>('data/forms.json');
/** How far the data can be trusted. */
export const loadQuality = () => load<QualityFile>('data/quality.json');
/** The files of the newest release; null before the first. */
export const loadFiles = () => load<FilesFile | null>('data/files.json');
/** What tables, columns and codes mean. */
export const loadCodebook = () => load<Codebook>('data/codebook.json');
/** A published value of each column and row. */
export const loadExamples = () => load<ExamplesFile>('data/examples.json');
/** The saved analyses. */
export const loadQueries = () => load<readonly SavedQuery[]>('data/queries.json');
/** The agencies of a region (`35`). */
export const loadIndex = (region: string) => load<IndexFile>(`data/agencies/${region}.json`);
/** All that the page of one agency shows. */
export const loadAgency = (id: string) => load<AgencyFile>(`data/agency/${id}.json`);

/** Filters that decide which file of sums a page needs. */
type Asked = Readonly<Record<string, string>>;

/** The sums of all reports, of those of one region, or of those of one kind of agency with its regions apart. */
export const loadCube = ({ region = '', kind = '' }: Asked) =>
  load<CubeFile>(kind !== '' ? `data/kind/${kind}.json` : region !== '' ? `data/region/${region}.json` : 'data/overview.json');

/** The sums with regions apart: a map's few, or those of one kind of agency. */
export const loadMap = ({ kind = '' }: Asked = {}) => load<CubeFile>(kind === '' ? 'data/map.json' : `data/kind/${kind}.json`);

/** The object of one report. */
export async function loadReport(agency: string, year: string): Promise<Report> {
  const { report_address: address } = await loadMeta();
  if (address === null) throw new Missing(`${agency} ${year}`, '404');
  return load<Report>(address.replace('{agency}', agency).replace('{year}', year));
}
