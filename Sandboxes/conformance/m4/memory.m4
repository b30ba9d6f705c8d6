define(`block', `xxxxxxxxxxxxxxxx')dnl
define(`grow', `define(`block', block`'block)$0')dnl
grow
