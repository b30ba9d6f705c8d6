(defvar *known* 1)

(format t "~d~%" (/ *known* no-such-package:two))
