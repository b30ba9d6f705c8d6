(let ((line (concat (make-string 99 ?x) "\n")))
  (dotimes (_ 100000)
    (princ line)))
