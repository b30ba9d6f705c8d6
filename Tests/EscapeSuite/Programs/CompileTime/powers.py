# Constants that are larger than memory, for a compiler that works them out.
value = ((9 ** 999999) ** 999999, "x" * 10 ** 12, (1 << 10 ** 12), [0] * 10 ** 12)
