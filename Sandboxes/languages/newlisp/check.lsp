; Reads all expressions of a file, and evaluates none.
(set 'name (last (main-args)))
(set 'content (read-file name))
(set 'position 0)

(define (refuse what)
  (set 'before (+ position (length (first (or (regex {^(\s|[;#][^\n]*\n)+} (position content)) '(""))))))
  (write-line 2 (append name ":" (string (+ 1 (length (find-all "\n" (0 before content))))) ": " what))
  (exit 1))

(while (< position (length content))
  (unless (catch (read-expr content MAIN nil position) 'mistake)
    (refuse (first (parse mistake "\n"))))
  (when (<= $count position)
    (if (regex {^(\s|[;#][^\n]*(\n|$))*$} (position content))
        (exit)
        (refuse "an expression that does not end")))
  (set 'position $count))
(exit)
