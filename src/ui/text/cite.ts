/** What a citation of this site must name: figures of other versions can't be compared. */
export interface CitedSite {
  /** Address of the site, without hash. */
  readonly url: string;
  readonly siteVersion: string;
  /** SHA-256 in hex. */
  readonly datasetVersion: string;
  /** Day on which it was read: `2026-11-27`. */
  readonly accessed: string;
}

const TITLE = 'CodeSecEval Playground: how secure is the Python that a language model writes?';
const AUTHORS = 'CodeSecEval Playground contributors';

const versions = ({ siteVersion, datasetVersion }: CitedSite): string =>
  `version ${siteVersion}, data set ${datasetVersion.slice(0, 12)}`;

/** For a reference list. */
export function plainCitation(site: CitedSite): string {
  const year = site.accessed.slice(0, 4);
  return `${AUTHORS} (${year}). ${TITLE} (${versions(site)}). ${site.url} (accessed ${site.accessed}).`;
}

/** For BibTeX; the address needs the package url. */
export function bibtexCitation(site: CitedSite): string {
  return [
    '@misc{codeseceval-playground,',
    `  title        = {{${TITLE}}},`,
    `  author       = {{${AUTHORS}}},`,
    `  year         = {${site.accessed.slice(0, 4)}},`,
    `  howpublished = {\\url{${site.url}}},`,
    `  note         = {${versions(site)}, accessed ${site.accessed}}`,
    '}',
  ].join('\n');
}

/** The paper whose benchmark this one follows. */
export const PAPER_PLAIN =
  'Wang, J., Luo, X., Cao, L., He, H., Huang, H., Xie, J., Jatowt, A., & Cai, Y. (2024). Is Your AI-Generated Code Really Safe? Evaluating Large Language Models on Secure Code Generation with CodeSecEval. arXiv:2407.02395.';

export const PAPER_BIBTEX = `@misc{wang2024codeseceval,
  title         = {{Is Your AI-Generated Code Really Safe? Evaluating Large Language Models on Secure Code Generation with CodeSecEval}},
  author        = {Wang, Jiexin and Luo, Xitong and Cao, Liuwen and He, Hongkui and Huang, Hailin and Xie, Jiayuan and Jatowt, Adam and Cai, Yi},
  year          = {2024},
  eprint        = {2407.02395},
  archiveprefix = {arXiv}
}`;
