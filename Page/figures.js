// Numbers and verdicts in words.

/// What a verdict's code says.
export const verdictNames = {
  AC: 'accepted', WA: 'wrong answer', TLE: 'time limit', MLE: 'memory limit', OLE: 'output limit', RTE: 'runtime error',
  CE: 'compile error', JE: 'judge error', SK: 'skipped',
};

/// What a reason's code says; what is not known is said as it came.
export function reasonText(reason) {
  if (!reason) return '';
  const [kind, detail] = String(reason).split(/:(.*)/s);
  const known = {
    cpu: 'too much CPU time', wall: 'too long on the clock', exit: 'exit code ' + detail, signal: 'signal ' + detail,
    syscall: 'forbidden system call ' + detail, 'no-output': 'no output', differs: 'the output differs',
    'compiler-time': 'the compiler ran out of time', 'compiler-memory': 'the compiler ran out of memory',
    diagnostics: 'the compiler refused it',
  };
  return known[kind] ?? String(reason);
}

/// Seconds, in ms below one.
export function seconds(value) {
  if (value == null) return '';
  if (value > 0 && value < 0.00995) return String(Math.round(value * 10000) / 10) + ' ms';
  return value < 1 ? Math.round(value * 1000) + ' ms' : value.toFixed(value < 10 ? 2 : 0) + ' s';
}

/// A long time, in its two largest units.
export function age(value) {
  if (value == null) return '';
  if (value < 60) return seconds(value);
  if (value < 3600) return Math.floor(value / 60) + ' min ' + Math.floor(value % 60) + ' s';
  if (value < 86400) return Math.floor(value / 3600) + ' h ' + Math.floor(value % 3600 / 60) + ' min';
  return Math.floor(value / 86400) + ' d ' + Math.floor(value % 86400 / 3600) + ' h';
}

/// Bytes in the unit that fits.
export function bytes(value) {
  if (value == null) return '';
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0, amount = value;
  while (amount >= 1024 && unit < units.length - 1) { amount /= 1024; unit += 1; }
  return (unit && amount < 100 ? amount.toFixed(1) : Math.round(amount)) + ' ' + units[unit];
}
