set known = 1
if ($known) then
    echo "$known
endif
