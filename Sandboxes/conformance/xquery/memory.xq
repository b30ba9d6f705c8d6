declare function local:grow($block) {
    local:grow($block || $block)
};

local:grow("xxxxxxxxxxxxxxxx")
