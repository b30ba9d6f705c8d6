(set-logic ALL)
(declare-const known Int)
(assert (= known unknown))
(check-sat)
