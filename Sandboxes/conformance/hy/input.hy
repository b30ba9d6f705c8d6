(import sys)

(setv lines (list sys.stdin))
(print (len lines))
(print (get lines -1) :end "")
