MODULE uncaught;

IMPORT EXCEPTIONS;

VAR
  source: EXCEPTIONS.ExceptionSource;

BEGIN
  EXCEPTIONS.AllocateSource(source);
  EXCEPTIONS.RAISE(source, 1, "nobody catches this")
END uncaught.
