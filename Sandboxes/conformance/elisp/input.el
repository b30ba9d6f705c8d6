(let ((count 0) (last ""))
  (condition-case nil
      (while t
        (setq last (read-string "")
              count (1+ count)))
    (end-of-file nil))
  (princ (format "%d\n%s\n" count last)))
