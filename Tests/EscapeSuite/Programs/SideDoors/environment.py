# Looks for what the worker's environment holds: in its own, in its memory, on its stack, in everybody's.
import os

print(sorted(name for name in os.environ if name not in ("LC_CTYPE",)))
found = 0
for number in os.listdir("/proc"):
    if not number.isdigit():
        continue
    try:
        with open(f"/proc/{number}/environ", "rb") as file:
            text = file.read()
        found += b"SECRET" in text or b"TOKEN" in text or b"ASSAY" in text
    except OSError:
        pass
print("secrets", found)
