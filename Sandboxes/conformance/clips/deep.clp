(deffunction depth (?n)
    (if (= ?n 0) then 0 else (+ 1 (depth (- ?n 1)))))
(printout t (depth 100000) crlf)
(exit)
