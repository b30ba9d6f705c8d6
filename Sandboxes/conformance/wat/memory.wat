(module
  (memory (export "memory") 1)
  (func (export "_start") (local $start i32)
    (loop $next
      (local.set $start (i32.mul (memory.size) (i32.const 65536)))
      (drop (memory.grow (i32.const 16)))
      (memory.fill (local.get $start) (i32.const 1) (i32.const 1048576))
      (br $next))))
