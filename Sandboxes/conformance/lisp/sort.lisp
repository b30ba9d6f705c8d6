(let ((values (loop repeat (parse-integer (read-line))
                    collect (parse-integer (read-line)))))
  (format t "~{~d~%~}" (sort values #'<)))
