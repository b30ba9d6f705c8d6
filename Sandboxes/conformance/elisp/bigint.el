(princ (format "%d\n" (apply #'* (number-sequence 1 50))))
