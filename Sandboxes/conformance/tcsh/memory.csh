set block = xxxxxxxxxxxxxxxx
while (1)
    set block = $block$block
end
