(let ((counts (make-hash-table :test #'equal)))
  (condition-case nil
      (while t
        (let ((word (read-string "")))
          (puthash word (1+ (gethash word counts 0)) counts)))
    (end-of-file nil))
  (princ (format "%d\n%d\n" (hash-table-count counts) (gethash "judge" counts))))
