# Takes memory without end, and whatever is refused again.
held = []
loop do
  begin
    held << "x" * (1 << 20)
  rescue NoMemoryError
    retry
  end
end
