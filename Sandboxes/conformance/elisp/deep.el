(setq max-lisp-eval-depth 1000000
      max-specpdl-size 1000000)

(defun depth (n)
  (if (zerop n) 0 (1+ (depth (1- n)))))

(princ (format "%d\n" (depth 100000)))
