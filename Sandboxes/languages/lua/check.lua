-- Compiles the files that it gets, as text, and runs none of them.
for _, name in ipairs(arg) do
  local program, message = loadfile(name, "t")
  if not program then
    io.stderr:write(message, "\n")
    os.exit(1)
  end
end
