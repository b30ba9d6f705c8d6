(defvar known 1)

(princ (/ known ) 2))
