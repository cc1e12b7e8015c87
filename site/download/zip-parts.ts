// Only this much of the compression library is shipped, and only to those who download.
export { strToU8, zipSync } from 'fflate';
