(module
  (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
  ;; At 0 what is to be read or written and at 8 how much was; a number at 16 to 48; the input at 1024.
  (memory (export "memory") 2)
  (global $at (mut i32) (i32.const 0))
  (global $end (mut i32) (i32.const 0))

  (func $byte (result i32)
    (if (i32.eq (global.get $at) (global.get $end))
      (then
        (i32.store (i32.const 0) (i32.const 1024))
        (i32.store (i32.const 4) (i32.const 65536))
        (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
        (global.set $at (i32.const 1024))
        (global.set $end (i32.add (i32.const 1024) (i32.load (i32.const 8))))))
    (if (i32.eq (global.get $at) (global.get $end)) (then (return (i32.const 10))))
    (i32.load8_u (global.get $at))
    (global.set $at (i32.add (global.get $at) (i32.const 1))))

  (func $number (result i64) (local $value i64) (local $sign i64) (local $byte i32)
    (local.set $sign (i64.const 1))
    (local.set $byte (call $byte))
    (if (i32.eq (local.get $byte) (i32.const 45))
      (then
        (local.set $sign (i64.const -1))
        (local.set $byte (call $byte))))
    (loop $next
      (if (i32.ge_u (local.get $byte) (i32.const 48))
        (then
          (local.set $value
            (i64.add
              (i64.mul (local.get $value) (i64.const 10))
              (i64.extend_i32_u (i32.sub (local.get $byte) (i32.const 48)))))
          (local.set $byte (call $byte))
          (br $next))))
    (i64.mul (local.get $value) (local.get $sign)))

  (func $show (param $value i64) (local $to i32) (local $rest i64)
    (local.set $to (i32.const 47))
    (i32.store8 (i32.const 47) (i32.const 10))
    (local.set $rest
      (select
        (i64.sub (i64.const 0) (local.get $value))
        (local.get $value)
        (i64.lt_s (local.get $value) (i64.const 0))))
    (loop $digit
      (local.set $to (i32.sub (local.get $to) (i32.const 1)))
      (i64.store8 (local.get $to) (i64.add (i64.const 48) (i64.rem_u (local.get $rest) (i64.const 10))))
      (local.set $rest (i64.div_u (local.get $rest) (i64.const 10)))
      (br_if $digit (i64.ne (local.get $rest) (i64.const 0))))
    (if (i64.lt_s (local.get $value) (i64.const 0))
      (then
        (local.set $to (i32.sub (local.get $to) (i32.const 1)))
        (i32.store8 (local.get $to) (i32.const 45))))
    (i32.store (i32.const 0) (local.get $to))
    (i32.store (i32.const 4) (i32.sub (i32.const 48) (local.get $to)))
    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))

  (func (export "_start") (local $count i64) (local $sum i64)
    (local.set $count (call $number))
    (loop $next
      (if (i64.ne (local.get $count) (i64.const 0))
        (then
          (local.set $sum (i64.add (local.get $sum) (call $number)))
          (local.set $count (i64.sub (local.get $count) (i64.const 1)))
          (br $next))))
    (call $show (local.get $sum))))
