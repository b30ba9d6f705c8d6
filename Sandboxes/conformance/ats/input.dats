#include "share/atspre_staload.hats"
#include "share/HATS/atspre_staload_libats_ML.hats"

fun read (count: int, last: string): void = let
  val line = fileref_get_line_string (stdin_ref)
in
  if fileref_is_eof (stdin_ref) && string_is_empty (line) then println! (count, "\n", last)
  else read (count + 1, line)
end

implement main0 () = read (0, "")
