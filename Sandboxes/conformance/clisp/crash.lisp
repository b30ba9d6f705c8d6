(ffi:def-call-out abort-now (:name "abort") (:arguments) (:return-type nil) (:language :stdc) (:library :default))

(abort-now)
