(printout t "Hello, World!" crlf)
(exit)
