set block xxxxxxxxxxxxxxxx
while true
    set block $block$block
end
