declare function local:count($number) {
    local:count($number + 1)
};

local:count(0)
