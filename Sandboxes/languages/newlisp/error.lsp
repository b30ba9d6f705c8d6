; An error that nobody catches is told on standard error.
(error-event (fn () (write-line 2 (last (last-error))) (exit 1)))
