import type { Meta, QualityFile } from '../../schemas/explorer.ts';
import type { SavedQuery } from '../derive/saved-query.ts';
import { documentParts } from '../document-parts.ts';
import { openKeys, parseKey, type Shard } from '../keys.ts';
import type { ObjectStore } from '../ports.ts';
import { parserVersion } from '../version.ts';
import { writeAgencies } from './agency-files.ts';
import { AgencyPages } from './agency-pages.ts';
import { blocks, mapBlocks } from './blocks.ts';
import { codebook } from './codebook.ts';
import { Cube } from './cube.ts';
import { examplesFile } from './examples.ts';
import { formsFile } from './forms.ts';
import { labelsFile } from './labels.ts';
import { indexPage } from './page.ts';
import type { SitePut } from './put.ts';
import { Quality } from './quality.ts';
import { queriesFile } from './queries.ts';
import { releaseFiles } from './release-files.ts';
import { columnsOf, type SiteReport, shardReports } from './shard.ts';

/** What a site says beside the tables: its queries, and where reports and releases lie. */
export interface SiteOptions {
  readonly queries: readonly SavedQuery[];
  /** Address of a report's object seen from the site, `{agency}` and `{year}` filled in by the page; null where it is not published. */
  readonly reports: string | null;
  /** Address of the releases' folder seen from the site; null where there is none. */
  readonly releases: string | null;
  readonly progress?: (part: string) => void;
}

/** The cube of a name, begun with these keys where there is none yet. */
function held(cubes: Map<string, Cube>, name: string, keys: readonly string[]): Cube {
  const cube = cubes.get(name) ?? new Cube(keys, blocks);
  cubes.set(name, cube);
  return cube;
}

const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);

class Site {
  readonly overview = new Cube(['year', 'level', 'coverage'], blocks);
  readonly map = new Cube(['year', 'region', 'level', 'coverage'], mapBlocks);
  readonly regions = new Map<string, Cube>();
  readonly kinds = new Map<string, Cube>();
  readonly pages = new AgencyPages();
  readonly quality = new Quality();
  readonly years = new Set<number>();
  readonly coverages = new Map<string, number>();
  readonly kindReports = new Map<string, number>();
  reports = 0;

  add({ row, cells, lacking, checks, failed }: SiteReport): void {
    const values: Readonly<Record<string, unknown>> = row;
    const value = (part: string): number | null => {
      if (part.includes('.')) return cells.get(part) ?? null;
      const found = values[part];
      return typeof found === 'number' ? found : null;
    };
    const { year, region, division_level: level, coverage } = row;
    this.overview.add([year, level, coverage], value);
    this.map.add([year, region, level, coverage], value);
    held(this.regions, region, ['year', 'level', 'coverage']).add([year, level, coverage], value);
    if (row.agency_kind !== null)
      held(this.kinds, row.agency_kind, ['year', 'region', 'level', 'coverage']).add([year, region, level, coverage], value);
    this.pages.add(row, failed, lacking);
    this.quality.report(row, checks);
    this.years.add(year);
    count(this.coverages, coverage ?? '');
    if (row.agency_kind !== null) count(this.kindReports, row.agency_kind);
    this.reports++;
  }
}

async function shardsOf(open: ObjectStore): Promise<Shard[]> {
  const shards: Shard[] = [];
  for await (const { key } of open.list(openKeys.tablePrefix('reports'))) {
    const shard = parseKey.table(key);
    if (shard) shards.push({ year: shard.year, region: shard.region });
  }
  return shards;
}

async function writeQuality({ quality }: Site, absent: QualityFile['absent'], open: ObjectStore, put: SitePut): Promise<void> {
  for (const shard of documentParts) {
    for await (const rows of columnsOf(open, 'documents', openKeys.documentsPart(shard), ['outcome'])) quality.documents(rows);
  }
  for await (const rows of columnsOf(open, 'quarantine', openKeys.single('quarantine'), ['code'])) quality.quarantine(rows);
  await put('data/quality.json', JSON.stringify(quality.file(absent)));
}

/**
 * Write the explorer's data for a dataset's compacted tables: small files, each loaded when a page asks for it, so that a first
 * view costs the same for any number of reports. The same tables give the same bytes. Reports are read shard by shard.
 */
export async function buildSite(open: ObjectStore, put: SitePut, options: SiteOptions): Promise<Meta> {
  const { progress } = options;
  const site = new Site();
  const shards = await shardsOf(open);
  for (const shard of shards) {
    progress?.(`${shard.year} ${shard.region}`);
    for await (const report of shardReports(open, shard)) site.add(report);
  }
  const overview = site.overview.file();
  await put('data/overview.json', JSON.stringify(overview));
  await put('data/map.json', JSON.stringify(site.map.file()));
  for (const [region, cube] of site.regions) await put(`data/region/${region}.json`, JSON.stringify(cube.file()));
  for (const [kind, cube] of site.kinds) await put(`data/kind/${kind}.json`, JSON.stringify(cube.file()));
  const { regions, absent } = await writeAgencies(site.pages, [...site.years], open, put);
  await writeQuality(site, absent, open, put);
  await put('data/labels.json', JSON.stringify(labelsFile()));
  await put('data/forms.json', JSON.stringify(formsFile()));
  await put('data/codebook.json', JSON.stringify(codebook()));
  await put('data/examples.json', JSON.stringify(await examplesFile(open, shards, (id) => site.pages.newest(id)?.agency_name ?? null)));
  await put('data/queries.json', JSON.stringify(queriesFile(options.queries)));
  const released = await releaseFiles(open);
  await put('data/files.json', JSON.stringify(released));
  const meta = metaOf(site, regions, options, released?.version ?? null);
  await put('index.html', indexPage(overview));
  // `gongkai serve` says true: there is somebody to ask.
  await put('live.json', '{"live":false}');
  // Last: a page that finds it finds everything else.
  await put('data/meta.json', JSON.stringify(meta));
  return meta;
}

const sorted = <T>(map: ReadonlyMap<string, T>): Record<string, T> => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

type Counts = ReadonlyMap<string, number>;

const metaOf = (site: Site, regions: Counts, { reports, releases }: SiteOptions, release: string | null): Meta => ({
  reports: site.reports,
  agencies: site.pages.ids().length,
  years: [...site.years].sort((a, b) => a - b),
  regions: sorted(regions),
  coverages: sorted(site.coverages),
  kinds: sorted(site.kindReports),
  parser_version: parserVersion,
  release,
  report_address: reports,
  releases_address: releases,
});
