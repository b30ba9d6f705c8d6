; Whether all parentheses of a file are closed, and no more than there are: its commands are read as they are run. The
; name of the file is the first line of standard input.
(defglobal ?*name* = "" ?*line* = 0 ?*depth* = 0 ?*opened* = 0 ?*quoted* = FALSE)

(deffunction refuse (?line ?what)
    (printout t ?*name* ":" ?line ": " ?what crlf)
    (exit 1))

(deffunction check-line (?text)
    (bind ?i 1)
    (bind ?length (str-length ?text))
    (while (<= ?i ?length)
        (bind ?c (sub-string ?i ?i ?text))
        (if ?*quoted*
            then
            (if (eq ?c "\\") then (bind ?i (+ ?i 1)))
            (if (eq ?c "\"") then (bind ?*quoted* FALSE))
            else
            (if (eq ?c ";") then (return))
            (if (eq ?c "\"") then (bind ?*quoted* TRUE))
            (if (eq ?c "(")
                then
                (if (= ?*depth* 0) then (bind ?*opened* ?*line*))
                (bind ?*depth* (+ ?*depth* 1)))
            (if (eq ?c ")")
                then
                (bind ?*depth* (- ?*depth* 1))
                (if (< ?*depth* 0) then (refuse ?*line* "a parenthesis is closed that was not opened"))))
        (bind ?i (+ ?i 1))))

(deffunction check ()
    (bind ?*name* (readline))
    (open ?*name* source)
    (bind ?text (readline source))
    (while (neq ?text EOF)
        (bind ?*line* (+ ?*line* 1))
        (check-line ?text)
        (bind ?text (readline source)))
    (if ?*quoted* then (refuse ?*opened* "a string is not closed"))
    (if (> ?*depth* 0) then (refuse ?*opened* "a parenthesis is not closed"))
    (exit 0))

(check)
