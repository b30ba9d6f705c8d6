(deffunction greet (?name)
    (printout t "Hello, " ?name "!" crlf))
