(bind ?known 1)

(printout t (/ ?known 2) crlf))
(exit)
