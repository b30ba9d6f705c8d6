(import (ikarus))

(guard (mistake (#t (display "no network") (newline)))
  (tcp-connect "192.0.2.1" "80"))
