(condition-case nil
    (open-network-stream "judge" nil "192.0.2.1" 80)
  (error (princ "no network\n")))
