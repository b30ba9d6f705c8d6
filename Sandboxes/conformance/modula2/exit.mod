MODULE exit;

FROM libc IMPORT exit;

BEGIN
  exit(3)
END exit.
