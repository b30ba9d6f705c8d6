#include "share/atspre_staload.hats"
#include "share/HATS/atspre_staload_libats_ML.hats"

implement main0 () = begin
  println! (fileref_get_line_string (stdin_ref));
  println! (fileref_get_line_string (stdin_ref));
  println! ("žluťoučký kůň, καλημέρα, 日本語, 🙂")
end
