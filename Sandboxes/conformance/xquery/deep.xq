declare function local:depth($n) {
    if ($n = 0) then 0 else 1 + local:depth($n - 1)
};

local:depth(100000)
