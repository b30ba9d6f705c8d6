let $known := 1

return $unknown
