import type { Io } from '../../io.ts';
import { fill } from '../../text/language.ts';

/** Milliseconds between two lines of progress. */
const every = 250;

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

/** One line of progress: how far, how fast, how long still. `elapsed` in seconds since `first` were done. */
function progressLine(
  io: Pick<Io, 'text'>,
  { done, total, first, elapsed }: { done: number; total: number; first: number; elapsed: number },
): string {
  const rate = elapsed > 0 ? (done - first) / elapsed : 0;
  const left = rate > 0 ? clock((total - done) / rate) : '–';
  const sentence = io.text({
    zh: '{done}/{total}（{percent}%） 每秒 {rate} 个 剩余 {left}',
    en: '{done}/{total} ({percent} %)  {rate}/s  {left} left',
  });
  return fill(sentence, { done, total, percent: Math.floor((100 * done) / Math.max(1, total)), rate: Math.round(rate), left });
}

/** Shows progress on a terminal, in one line that is written over; elsewhere nothing. */
export function progress(io: Io): (done: number, total: number) => void {
  if (!io.progress) return () => {};
  let begun: { at: number; first: number } | null = null;
  let shown = 0;
  return (done, total) => {
    const now = performance.now();
    begun ??= { at: now, first: done - 1 };
    if (now - shown < every && done < total) return;
    shown = now;
    io.overwrite(progressLine(io, { done, total, first: begun.first, elapsed: (now - begun.at) / 1000 }));
  };
}
