(import (chicken process signal)
        (chicken process)
        (chicken process-context posix))

(process-signal (current-process-id) signal/kill)
