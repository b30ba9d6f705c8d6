# A script has to be complete: all braces, brackets and quotes closed.
foreach name $argv {
    set file [open $name]
    set text [read $file]
    close $file
    if {![info complete $text]} {
        set lines 0
        set part ""
        set start 1
        foreach line [split $text \n] {
            incr lines
            append part $line \n
            if {[info complete $part]} {
                set part ""
                set start [expr {$lines + 1}]
            }
        }
        puts stderr "$name:$start: the command that begins here is not complete"
        exit 1
    }
}
