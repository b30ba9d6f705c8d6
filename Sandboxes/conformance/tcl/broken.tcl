set known 1

if {$known {
    puts $known
}
