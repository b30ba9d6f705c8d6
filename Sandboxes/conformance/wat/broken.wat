(module
  (func (export "_start")
    (call $unknown)))
