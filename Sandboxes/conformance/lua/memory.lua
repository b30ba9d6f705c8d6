local blocks = {}
while true do
  blocks[#blocks + 1] = string.rep("x", 2^20) .. #blocks
end
