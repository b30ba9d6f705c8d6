let $lines := file:read-text-lines("/dev/stdin")
return (count($lines), $lines[last()])
