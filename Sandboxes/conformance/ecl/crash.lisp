(ffi:clines "#include <stdlib.h>")

(defun crash ()
  (ffi:c-inline () () :void "abort();"))

(crash)
