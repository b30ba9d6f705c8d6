(import (ikarus))

(kill (getpid) 'SIGKILL)
