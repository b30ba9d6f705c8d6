MODULE crash;

FROM libc IMPORT abort;

BEGIN
  abort
END crash.
