#include "share/atspre_staload.hats"
#include "share/HATS/atspre_staload_libats_ML.hats"

local
  typedef key = string and itm = int
in
  #include "libats/ML/HATS/myfunmap.hats"
end

implement gcompare_val_val<string> (a, b) = compare (a, b)

fun value (found: Option_vt (int)): int =
  case+ found of
  | ~Some_vt (n) => n
  | ~None_vt () => 0

fun count (counts: mymap): mymap = let
  val word = fileref_get_line_string (stdin_ref)
in
  if fileref_is_eof (stdin_ref) && string_is_empty (word) then counts
  else let
    var more = counts
    val _ = value (myfunmap_insert (more, word, value (myfunmap_search (counts, word)) + 1))
  in
    count (more)
  end
end

implement main0 () = let
  val counts = count (myfunmap_nil ())
in
  println! (myfunmap_size (counts));
  println! (value (myfunmap_search (counts, "judge")))
end
