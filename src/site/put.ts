/** Takes a file of the site by its path below the site's folder. */
export type SitePut = (path: string, text: string) => Promise<void>;
