(let ((counter 0))
  (while t
    (setq counter (% (1+ counter) 1000))))
